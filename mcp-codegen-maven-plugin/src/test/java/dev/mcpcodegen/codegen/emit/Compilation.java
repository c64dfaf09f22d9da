package dev.mcpcodegen.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcpcodegen.codegen.output.GeneratedFile;
import dev.mcpcodegen.runtime.tool.ToolJson;
import dev.mcpcodegen.runtime.tool.UpstreamRequest;
import dev.mcpcodegen.runtime.tool.UpstreamTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generated files, compiled in memory as a strict consumer would, and loaded. */
public final class Compilation extends ClassLoader {

    private final Map<String, byte[]> classes = new HashMap<>();

    private Compilation() {
        super(Compilation.class.getClassLoader());
    }

    public static Compilation of(List<GeneratedFile> files) {
        Compilation compilation = new Compilation();
        var compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> sources = new ArrayList<>();
        files.forEach(file -> sources.add(source(file)));
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null)) {
            List<String> options = List.of("-Xlint:all", "-Werror", "--release", "17", "-proc:none", "-parameters");
            compiler.getTask(null, compilation.manager(standard), diagnostics, options, null, sources)
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> complaints = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(Object::toString)
                .toList();
        assertThat(complaints).as("what javac says").isEmpty();
        return compilation;
    }

    Map<String, byte[]> classes() {
        return classes;
    }

    public Class<?> load(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Object instance(String name) {
        try {
            return load(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The request of a tool of the integration {@code affinity} for arguments given as JSON. */
    UpstreamRequest request(String tool, String argumentsJson) {
        String name = "com.example.mcp.affinity." + tool;
        @SuppressWarnings("unchecked") // the arguments are read as what the tool takes
        UpstreamTool<Object, ?> instance = (UpstreamTool<Object, ?>) instance(name);
        return instance.toRequest(ToolJson.MAPPER.readValue(argumentsJson, load(name + "$Arguments")));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static JavaFileObject source(GeneratedFile file) {
        return new SimpleJavaFileObject(URI.create("mem:///" + file.path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return file.content();
            }
        };
    }

    private JavaFileManager manager(StandardJavaFileManager standard) {
        return new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return new ByteArrayOutputStream() {
                            @Override
                            public void close() {
                                classes.put(className, toByteArray());
                            }
                        };
                    }
                };
            }
        };
    }
}
