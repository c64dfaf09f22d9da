package dev.mcpcodegen.codegen.derive;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a wire name, in ASCII: split at punctuation and at the humps of camel case, symbols of comparison spelled. */
final class Words {

    /** What only stands between words; a hyphen at the beginning is a minus. */
    private static final String SEPARATORS = "_-/. ";

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SYMBOL = Pattern.compile("<=|>=|!=|<>|^-(?=.)|[<>=+*%&#!]");
    private static final Pattern WORD = Pattern.compile(
            "[A-Z]{2,}s(?![a-z])" // plurals of acronyms: URLs
                    + "|[0-9]{1,2}[A-Z]?[A-Z](?![a-zA-Z])|[0-9]{1,2}[A-Z](?=[A-Z][a-z])" // 2FA, 3DSecure
                    + "|(?<![A-Za-z0-9])[0-9]{1,2}[a-z]{1,2}(?![a-z0-9])" // 3d, 1st
                    + "|(?<![A-Za-z])[a-z][0-9]{1,2}[a-z]{1,2}(?![a-z0-9])" // k8s
                    + "|[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[A-Z][0-9]*|[0-9]+");

    /** Names whose humps are no words. */
    private static final Pattern BRAND = Pattern.compile(
            "(?<![A-Za-z])(?:iOS|iPad|iPhone|iCal|eBay)(?![a-z])|OAuth|OpenID|IPv[46]|GitHub|GitLab|YouTube|LinkedIn|PayPal|WhatsApp"
                    + "|DevOps|GraphQL|MySQL|NoSQL|PostgreSQL|macOS|QuickBooks|HubSpot|JavaScript|WebRTC|BigQuery|SharePoint"
                    + "|OneDrive|CloudFront|McAfee|WordPress|SendGrid|TikTok");

    private static final Map<String, String> SPELLING = Map.ofEntries(
            Map.entry("<=", "lte"),
            Map.entry(">=", "gte"),
            Map.entry("!=", "ne"),
            Map.entry("<>", "ne"),
            Map.entry("-", "minus"),
            Map.entry("<", "lt"),
            Map.entry(">", "gt"),
            Map.entry("=", "eq"),
            Map.entry("+", "plus"),
            Map.entry("*", "star"),
            Map.entry("%", "percent"),
            Map.entry("&", "and"),
            Map.entry("#", "hash"),
            Map.entry("!", "not"));

    /** Letters that are no letter with an accent. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("Æ", "Ae"),
            Map.entry("œ", "oe"),
            Map.entry("Œ", "Oe"),
            Map.entry("ø", "o"),
            Map.entry("Ø", "O"),
            Map.entry("ł", "l"),
            Map.entry("Ł", "L"),
            Map.entry("đ", "d"),
            Map.entry("Đ", "D"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"));

    private static final Pattern LETTER = Pattern.compile("[ßæÆœŒøØłŁđĐðþı]");

    private Words() {}

    /** Returns the words as they are spelt; none when the name holds no ASCII letter or digit, even after removing accents. */
    static List<String> of(String wireName) {
        return isPlain(wireName) ? separated(wireName) : split(wireName);
    }

    /** Whether it is words of small letters with nothing but separators between them, as most names are: nothing is left to find out. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && SEPARATORS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.startsWith("-");
    }

    private static List<String> separated(String name) {
        List<String> words = new ArrayList<>();
        for (StringTokenizer tokens = new StringTokenizer(name, SEPARATORS); tokens.hasMoreTokens(); ) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    private static List<String> split(String wireName) {
        String plain = isAscii(wireName) ? wireName : inAscii(wireName);
        String spelled = SYMBOL.matcher(plain).replaceAll(symbol -> " " + SPELLING.get(symbol.group()) + " ");
        List<String> words = new ArrayList<>();
        String even = BRAND.matcher(spelled).replaceAll(brand -> capitalised(brand.group()));
        for (Matcher word = WORD.matcher(even); word.find(); ) {
            words.add(word.group());
        }
        return words;
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Without accents, as far as there are letters for it. */
    private static String inAscii(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        return LETTER.matcher(plain).replaceAll(letter -> LETTERS.getOrDefault(letter.group(), ""));
    }

    private static String capitalised(String brand) {
        return brand.substring(0, 1).toUpperCase(Locale.ROOT)
                + brand.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Joins the words in snake_case, the style of tools, resources and tags. */
    static String snakeCase(String name) {
        return String.join("_", of(name)).toLowerCase(Locale.ROOT);
    }

    /** Joins the words as a sentence has them: the first begins with a capital, and of the others only acronyms keep theirs. */
    static String sentence(String name) {
        String words = of(name).stream()
                .map(word -> word.equals(word.toUpperCase(Locale.ROOT)) ? word : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
