package dev.mcpcodegen.it.acceptance;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Starts each servlet container when the first test class needs it; JUnit closes them after the last one. */
final class Containers implements ArgumentsProvider {

    private static final Namespace NAMESPACE = Namespace.create(Containers.class);

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Stream.of(
                Arguments.of(started("jetty", Deployment::onJetty, context)),
                Arguments.of(started("tomcat", Deployment::onTomcat, context)));
    }

    private static Deployment started(String name, Supplier<Deployment> launcher, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(name, absent -> launcher.get(), Deployment.class);
    }
}
