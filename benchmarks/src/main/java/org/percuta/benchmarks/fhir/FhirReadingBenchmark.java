package org.percuta.benchmarks.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.percuta.fhir.read.FhirReader;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * From a Synthea bundle of 2 MB on disk to a record, and on to a verdict, beside what Jackson's
 * streaming parser needs to pull every token of the same file. The bar is twice as long.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(2)
public class FhirReadingBenchmark {

  private static final LocalDate ON = LocalDate.of(2026, 11, 21);

  private final JsonFactory json = JsonFactory.builder().build();
  private final Knowledge knowledge = KnowledgeReader.shipped().knowledge();
  private final FhirReader reader = FhirReader.of(knowledge);
  private final Screening screening = new Screening(knowledge);
  private final Goal goal = Goal.inClinic("acne-scars", "cheeks");
  private Path file = Path.of("");

  @Setup
  public void unpack() throws IOException {
    file = Files.createTempFile("synthea", ".json");
    InputStream packed =
        Objects.requireNonNull(
            FhirReadingBenchmark.class.getResourceAsStream("synthea-2mb.json.gz"));
    try (InputStream in = new GZIPInputStream(packed)) {
      Files.write(file, in.readAllBytes());
    }
  }

  @TearDown
  public void remove() throws IOException {
    Files.delete(file);
  }

  /** The yardstick: read the file and pull every token. */
  @Benchmark
  public long jacksonAlone() throws IOException {
    long tokens = 0;
    try (JsonParser parser =
        json.createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  @Benchmark
  public PatientRecord fileToRecord() {
    return reader.read(file).record();
  }

  @Benchmark
  public Verdict fileToVerdict() {
    return screening.screen(reader.read(file).record(), goal, ON);
  }
}
