package dev.mcpcodegen.codegen.mojo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The reference page of the plugin, made of the descriptor that Maven itself reads. */
final class PluginPage {

    private static final String HEAD = """
            # The plugin's goals and parameters

            Generated from the plugin's descriptor; do not edit. `mvn mcp-codegen:help -Ddetail` tells the same for the version that you have.

            On the command line a goal is run as `mvn dev.mcpcodegen:mcp-codegen-maven-plugin:<goal>`, or `mvn mcp-codegen:<goal>` in a
            project that has the plugin. A parameter is an element of the plugin's `<configuration>`, or `-D<property>=<value>`; lists have
            their entries in elements of any name, or separated by commas. Put what `generate`, `check`, `lock`, `diff` and `describe` share into
            the plugin's own `<configuration>`, not into that of an execution, so that all of them see the same tools.
            """;

    private final List<Goal> goals;

    private PluginPage(List<Goal> goals) {
        this.goals = goals;
    }

    record Goal(
            String name,
            String description,
            String phase,
            String since,
            boolean needsProject,
            Map<String, Setting> settings) {}

    record Setting(String name, String type, String property, String byDefault, String description) {}

    static PluginPage of(Path descriptor) throws IOException {
        try {
            Element plugin = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(descriptor.toFile())
                    .getDocumentElement();
            List<Goal> goals = new ArrayList<>();
            for (Element mojo : children(child(plugin, "mojos"), "mojo")) {
                goals.add(goal(mojo));
            }
            return new PluginPage(goals);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    List<Goal> goals() {
        return goals;
    }

    String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n## Goals\n\n| goal | default phase | needs a project | does |\n| --- | --- | --- | --- |\n");
        for (Goal goal : goals) {
            page.append("| `").append(goal.name()).append("` | ");
            page.append(goal.phase().isEmpty() ? "" : "`" + goal.phase() + "`").append(" | ");
            page.append(goal.needsProject() ? "yes" : "no").append(" | ");
            page.append(goal.description()).append(" |\n");
        }
        Map<String, Setting> shared = shared();
        page.append("\n## Parameters of every goal but `help`\n\n");
        table(page, shared);
        for (Goal goal : goals) {
            Map<String, Setting> own = new TreeMap<>(goal.settings());
            own.keySet().removeAll(shared.keySet());
            page.append("\n## `").append(goal.name()).append("`\n\n").append(goal.description());
            page.append(goal.since().isEmpty() ? "" : " Since " + goal.since() + ".")
                    .append('\n');
            if (!own.isEmpty()) {
                page.append('\n');
                table(page, own);
            }
        }
        return page.toString();
    }

    private Map<String, Setting> shared() {
        Map<String, Setting> shared = null;
        for (Goal goal : goals) {
            if (goal.name().equals("help")) {
                continue;
            }
            if (shared == null) {
                shared = new TreeMap<>(goal.settings());
            }
            shared.values().retainAll(goal.settings().values());
        }
        return shared == null ? Map.of() : shared;
    }

    private static void table(StringBuilder page, Map<String, Setting> settings) {
        page.append("| parameter | property | default | meaning |\n| --- | --- | --- | --- |\n");
        for (Setting setting : settings.values()) {
            page.append("| `").append(setting.name()).append("` | ");
            page.append(setting.property().isEmpty() ? "" : "`" + setting.property() + "`")
                    .append(" | ");
            page.append(setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`")
                    .append(" | ");
            page.append(setting.description()).append(" |\n");
        }
    }

    private static Goal goal(Element mojo) {
        Map<String, Setting> settings = new TreeMap<>();
        Element configuration = child(mojo, "configuration");
        for (Element parameter : children(child(mojo, "parameters"), "parameter")) {
            if (text(parameter, "editable").equals("true")) {
                Setting setting = setting(parameter, child(configuration, text(parameter, "name")));
                settings.put(setting.name(), setting);
            }
        }
        return new Goal(
                text(mojo, "goal"),
                markdown(text(mojo, "description")),
                text(mojo, "phase"),
                text(mojo, "since"),
                !text(mojo, "requiresProject").equals("false"),
                settings);
    }

    private static Setting setting(Element parameter, @Nullable Element configuration) {
        String type = text(parameter, "type");
        String property = configuration == null ? "" : configuration.getTextContent();
        return new Setting(
                text(parameter, "name"),
                type.substring(type.lastIndexOf('.') + 1),
                property.replaceAll("^\\$\\{|}$", ""),
                configuration == null ? "" : configuration.getAttribute("default-value"),
                markdown(text(parameter, "description")));
    }

    /** Javadoc became HTML in the descriptor. */
    private static String markdown(String html) {
        return html.replaceAll("</?code>", "`")
                .replaceAll("<br ?/?>|</?p>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static String text(Element parent, String name) {
        Element element = child(parent, name);
        return element == null ? "" : element.getTextContent().strip();
    }

    private static @Nullable Element child(@Nullable Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> children(@Nullable Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
