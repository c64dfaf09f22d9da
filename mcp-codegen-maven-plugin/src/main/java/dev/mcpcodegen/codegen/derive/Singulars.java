package dev.mcpcodegen.codegen.derive;

import java.util.Map;
import java.util.Set;

/**
 * The singular of an English word as it occurs in API paths. Rules with exceptions of their own: inflection libraries fail on this
 * vocabulary, where {@code sms}, {@code status} and {@code news} are no plurals and {@code caches} is one of {@code cache}.
 */
final class Singulars {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("people", "person"),
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("children", "child"),
            Map.entry("feet", "foot"),
            Map.entry("mice", "mouse"),
            Map.entry("indices", "index"),
            Map.entry("vertices", "vertex"),
            Map.entry("matrices", "matrix"),
            Map.entry("appendices", "appendix"),
            Map.entry("criteria", "criterion"),
            Map.entry("schemata", "schema"),
            Map.entry("leaves", "leaf"),
            Map.entry("halves", "half"),
            Map.entry("knives", "knife"),
            Map.entry("lives", "life"),
            Map.entry("shelves", "shelf"),
            Map.entry("movies", "movie"),
            Map.entry("cookies", "cookie"),
            Map.entry("calories", "calorie"),
            Map.entry("ties", "tie"),
            Map.entry("heroes", "hero"),
            Map.entry("echoes", "echo"),
            Map.entry("quizzes", "quiz"),
            Map.entry("axes", "axis"),
            Map.entry("analyses", "analysis"),
            Map.entry("crises", "crisis"),
            Map.entry("diagnoses", "diagnosis"),
            Map.entry("hypotheses", "hypothesis"),
            Map.entry("synopses", "synopsis"),
            Map.entry("theses", "thesis"),
            Map.entry("aliases", "alias"),
            Map.entry("atlases", "atlas"),
            Map.entry("biases", "bias"),
            Map.entry("canvases", "canvas"),
            Map.entry("gases", "gas"),
            Map.entry("lenses", "lens"),
            Map.entry("caches", "cache"),
            Map.entry("niches", "niche"),
            Map.entry("teeth", "tooth"),
            Map.entry("wives", "wife"),
            Map.entry("wolves", "wolf"),
            Map.entry("thieves", "thief"),
            Map.entry("scarves", "scarf"),
            Map.entry("potatoes", "potato"),
            Map.entry("tomatoes", "tomato"),
            Map.entry("vetoes", "veto"),
            Map.entry("embargoes", "embargo"),
            Map.entry("parentheses", "parenthesis"),
            Map.entry("tranches", "tranche"),
            Map.entry("selfies", "selfie"),
            Map.entry("rookies", "rookie"));

    /** Words in -s that are singular, or whose plural serves as the singular. */
    private static final Set<String> UNCHANGED = Set.of(
            "alias",
            "analytics",
            "atlas",
            "ats",
            "aws",
            "bias",
            "canvas",
            "chaos",
            "clothes",
            "cms",
            "cors",
            "cosmos",
            "dns",
            "economics",
            "ecs",
            "efs",
            "eks",
            "ethics",
            "gas",
            "goods",
            "gps",
            "graphics",
            "headquarters",
            "https",
            "iaas",
            "ios",
            "js",
            "kubernetes",
            "lens",
            "lfs",
            "lms",
            "logistics",
            "macos",
            "mathematics",
            "mms",
            "nas",
            "news",
            "nfs",
            "os",
            "paas",
            "physics",
            "pos",
            "postgres",
            "rds",
            "rss",
            "s3",
            "saas",
            "sas",
            "series",
            "ses",
            "settings",
            "sms",
            "sns",
            "sos",
            "species",
            "sqs",
            "statistics",
            "tfs",
            "tls",
            "tos",
            "vps",
            "whois",
            "yes");

    /** Plurals in -uses of words in -us; other words in -uses end in -use. */
    private static final Set<String> PLURALS_OF_US = Set.of(
            "apparatuses",
            "bonuses",
            "buses",
            "campuses",
            "censuses",
            "consensuses",
            "focuses",
            "geniuses",
            "radiuses",
            "statuses",
            "substatuses",
            "surpluses",
            "syllabuses",
            "viruses");

    /** Plurals of words in -i and -u; other words in -is and -us are singular. */
    private static final Set<String> PLURALS_OF_VOWELS = Set.of(
            "apis",
            "bayous",
            "clis",
            "cpus",
            "emojis",
            "gpus",
            "guis",
            "gurus",
            "kpis",
            "menus",
            "skis",
            "skus",
            "submenus",
            "taxis",
            "tofus",
            "tpus",
            "uis",
            "uris",
            "wikis");

    private Singulars() {}

    /** Singularises the last word of a snake_case name; the words before it stay. */
    static String of(String name) {
        int start = name.lastIndexOf('_') + 1;
        return name.substring(0, start) + word(name.substring(start));
    }

    /** Whether the last word is a plural that has a singular of its own. */
    static boolean isPlural(String name) {
        return !of(name).equals(name);
    }

    private static String word(String word) {
        if (IRREGULAR.containsKey(word)) {
            return IRREGULAR.get(word);
        }
        if (!word.endsWith("s") || word.endsWith("ss") || word.length() < 3 || UNCHANGED.contains(word)) {
            return word;
        }
        if (PLURALS_OF_VOWELS.contains(word)) {
            return cut(word, 1);
        }
        if (word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return cut(word, 3) + "y";
        }
        return PLURALS_OF_US.contains(word) || takesEs(word) ? cut(word, 2) : cut(word, 1);
    }

    private static boolean takesEs(String word) {
        return word.endsWith("sses")
                || word.endsWith("shes")
                || word.endsWith("ches")
                || word.endsWith("xes")
                || word.endsWith("zzes");
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
