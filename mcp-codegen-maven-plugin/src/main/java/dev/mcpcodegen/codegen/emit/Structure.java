package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What a source file declares, as sorted lines: every type, member and string literal.
 *
 * @param lines one thing a line, several times when it occurs several times
 */
record Structure(List<String> lines) {

    Structure {
        lines = lines.stream().sorted().toList();
    }

    static Structure meant(SourceFile file) {
        List<String> lines = new ArrayList<>();
        file.literals().forEach(text -> lines.add("literal " + text));
        lines.add("package " + file.packageName());
        TypeSpec type = file.meant();
        if (type == null) {
            lines.add("package annotation");
            lines.add("import org.jspecify.annotations.NullMarked");
        } else {
            // JavaPoet prints all imports before the first text that is not ours.
            file.content()
                    .lines()
                    .takeWhile(line -> !line.startsWith("/**"))
                    .filter(line -> line.startsWith("import "))
                    .forEach(line -> lines.add(line.replace(";", "")));
            meant(type, "", lines);
        }
        return new Structure(lines);
    }

    private static void meant(TypeSpec type, String outer, List<String> lines) {
        String name = outer + type.name();
        lines.add("type " + name + " " + type.modifiers() + annotations(type.annotations()));
        type.superinterfaces().forEach(ignored -> lines.add("interface of " + name));
        type.fieldSpecs().forEach(field -> lines.add("field " + name + "." + field.name()));
        type.enumConstants().keySet().forEach(constant -> lines.add("field " + name + "." + constant));
        for (MethodSpec method : type.methodSpecs()) {
            lines.add("method " + name + "." + method.name() + "/"
                    + method.parameters().size() + " " + method.modifiers() + annotations(method.annotations()));
        }
        type.typeSpecs().forEach(nested -> meant(nested, name + ".", lines));
    }

    private static String annotations(List<AnnotationSpec> annotations) {
        return " @" + annotations.size();
    }

    static Structure found(CompilationUnitTree unit) {
        Reader reader = new Reader();
        reader.scan(unit, "");
        return new Structure(reader.lines);
    }

    /** Tells the first few things that only one side has. */
    static Optional<String> difference(Structure meant, Structure found) {
        if (meant.equals(found)) {
            return Optional.empty();
        }
        List<String> missing = without(meant.lines, found.lines);
        List<String> unexpected = without(found.lines, meant.lines);
        return Optional.of("missing " + missing + ", unexpected " + unexpected);
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest.subList(0, Math.min(rest.size(), 5));
    }

    private static final class Reader extends TreeScanner<@Nullable Void, String> {

        private final List<String> lines = new ArrayList<>();

        @Override
        public @Nullable Void visitCompilationUnit(CompilationUnitTree unit, String outer) {
            lines.add("package " + unit.getPackageName());
            unit.getImports().forEach(used -> lines.add(used.toString().strip().replace(";", "")));
            unit.getPackageAnnotations().forEach(annotation -> lines.add("package annotation"));
            scan(unit.getTypeDecls(), outer);
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String outer) {
            String name = outer + type.getSimpleName();
            lines.add("type " + name + " " + modifiers(type.getModifiers()));
            type.getImplementsClause().forEach(ignored -> lines.add("interface of " + name));
            scan(type.getModifiers(), name);
            for (Tree member : type.getMembers()) {
                if (member instanceof BlockTree) {
                    lines.add("initializer of " + name);
                } else if (member instanceof VariableTree field) {
                    field(field, type, name);
                }
                scan(member, name + ".");
            }
            return null;
        }

        private void field(VariableTree field, ClassTree type, String name) {
            boolean component = type.getKind() == Tree.Kind.RECORD
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
            if (!component) {
                lines.add("field " + name + "." + field.getName());
            } else if (field.getModifiers().getAnnotations().isEmpty()) {
                lines.add("component without a wire name " + name + "." + field.getName());
            }
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, String outer) {
            lines.add("method " + outer + method.getName() + "/"
                    + method.getParameters().size() + " " + modifiers(method.getModifiers()));
            return super.visitMethod(method, outer);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, String outer) {
            if (literal.getKind() == Tree.Kind.STRING_LITERAL) {
                lines.add("literal " + literal.getValue());
            }
            return null;
        }

        private static String modifiers(ModifiersTree modifiers) {
            List<? extends AnnotationTree> annotations = modifiers.getAnnotations();
            return new TreeSet<>(modifiers.getFlags()) + " @" + annotations.size();
        }
    }
}
