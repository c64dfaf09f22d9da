package dev.mcpcodegen.it.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Runs over all documents and tells what came of each. Started by the profile {@code corpus}. */
public final class Corpus {

    private final CorpusOptions options;
    private final PrintStream out;
    private final CorpusReport report = new CorpusReport();
    private final AtomicInteger done = new AtomicInteger();

    private Corpus(CorpusOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Reads its options from the system properties {@code corpus.*}; ends with 1 when a document failed. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        CorpusOptions options = CorpusOptions.fromSystemProperties();
        boolean passed = new Corpus(options, System.out).run();
        System.exit(passed || !options.fail() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, ExecutionException {
        List<CorpusDocument> documents = documents();
        if (documents.isEmpty()) {
            out.println("There is nothing to run over: set -Dcorpus.dir=<folder> or -Dcorpus.synthetic=<operations>.");
            return false;
        }
        ExecutorService executor = Executors.newFixedThreadPool(options.parallel());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (CorpusDocument document : documents) {
                running.add(executor.submit(() -> {
                    run(document, documents.size());
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            executor.shutdownNow();
        }
        report.write(options.target());
        report.print(out);
        out.println("report: " + options.target().resolve("corpus-report.tsv"));
        return !report.hasFailed();
    }

    private void run(CorpusDocument document, int of) throws IOException, InterruptedException {
        Path work = options.target().resolve("corpus").resolve(document.name().replaceAll("[^a-zA-Z0-9._-]+", "_"));
        DocumentResult result = new DocumentProcess(options).run(document, work);
        report.add(document, result);
        out.println("[" + done.incrementAndGet() + "/" + of + "] " + result.status + " " + document.name());
    }

    private List<CorpusDocument> documents() throws IOException {
        List<CorpusDocument> documents = new ArrayList<>();
        Path folder = options.folder();
        if (folder != null) {
            Pattern only = Pattern.compile(options.only());
            CorpusDocuments.below(folder).stream()
                    .filter(document -> only.matcher(document.name()).find())
                    .forEach(documents::add);
        }
        if (options.synthetic() > 0) {
            Path file = options.target().resolve("synthetic").resolve("synthetic" + options.synthetic() + ".json");
            SyntheticApi.write(file, options.synthetic());
            documents.add(new CorpusDocument("synthetic/" + file.getFileName(), file));
        }
        return documents;
    }
}
