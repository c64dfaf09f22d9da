package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.derive.DerivationOptions.Naming;
import dev.mcpcodegen.codegen.diagnostic.DocumentScope;
import dev.mcpcodegen.codegen.model.ApiDescription;
import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.NamePins;
import java.util.List;

/** Classifies the operations of a document and gives each a name of its own. */
final class OperationNaming {

    /** Leaves room for what a tool does to what. */
    private static final int MAX_VENDOR = 32;

    private final Answers answers;
    private final NameRules rules;
    private final NamePins pins;
    private final DocumentScope problems;

    OperationNaming(ApiDescription api, Naming naming, NamePins pins, DocumentScope problems) {
        this.answers = new Answers(new Types(api.declarations()));
        this.rules = new NameRules(vendor(api, problems), naming);
        this.pins = pins;
        this.problems = problems;
    }

    /** The vendor's part of the names: its folder's name in the letters that names may have. */
    private static String vendor(ApiDescription api, DocumentScope problems) {
        String vendor = Words.snakeCase(api.integration());
        if (vendor.isEmpty() || vendor.length() > MAX_VENDOR) {
            problems.at("")
                    .error(
                            "The folder's name \"" + api.integration() + "\" cannot be a part of tools' names.",
                            "Rename the folder, to at most " + MAX_VENDOR + " letters and digits of ASCII.");
            return "api";
        }
        if (!vendor.equals(api.integration())) {
            problems.at("")
                    .info(
                            "Tools of the folder \"" + api.integration() + "\" are named \"" + vendor + "\".",
                            "Rename the folder if you want another name.");
        }
        return vendor;
    }

    List<NamedOperation> name(List<ApiOperation> operations) {
        OperationClassifier classifier = new OperationClassifier(operations, answers);
        List<NamedOperation> plain = operations.stream()
                .map(operation -> rules.name(operation, classifier.classify(operation)))
                .toList();
        PinnedNames pinned = new PinnedNames(pins, rules, problems);
        List<NamedOperation> resolved = new NameResolver(rules, problems).resolve(pinned.apply(plain));
        pinned.reportReused(resolved);
        return resolved;
    }
}
