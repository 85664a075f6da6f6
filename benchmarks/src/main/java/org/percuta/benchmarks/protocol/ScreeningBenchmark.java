package org.percuta.benchmarks.protocol;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.percuta.protocol.evaluate.PreparedFacts;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.io.Findings;
import org.percuta.protocol.io.IntakeReader;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.model.Goal;

/**
 * One screening of prepared facts by the shipped rules: permitted, deferred with its date, silent.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScreeningBenchmark {

  private static final String COMPLETE =
      "patient: {birthDate: 1990-04-02, phototype: 2}\n"
          + "complete: [conditions, medications, allergies, procedures, habits]\n";
  private static final LocalDate ON = LocalDate.of(2026, 11, 21);
  private static final Goal GOAL = Goal.inClinic("acne-scars", "cheeks");

  private Screening screening = new Screening(KnowledgeReader.shipped().knowledge());
  private PreparedFacts clear = prepare(COMPLETE);
  private PreparedFacts deferred =
      prepare(
          COMPLETE
              + "facts: {retinoid-topical: {last: 2026-11-18, prescribed: no}, laser: {last: 2026-11-10},"
              + " ibuprofen: {last: 2026-11-15, prescribed: no}, sunburn: {last: 2026-11-12}}\n");
  private PreparedFacts silent = prepare("patient: {}\n");

  private static PreparedFacts prepare(String intake) {
    Findings findings = new Findings();
    return IntakeReader.read(
            "benchmark",
            intake.getBytes(StandardCharsets.UTF_8),
            KnowledgeReader.shipped().knowledge(),
            findings)
        .map(read -> PreparedFacts.of(read.record()))
        .orElseThrow(() -> new IllegalStateException(findings.list().toString()));
  }

  @Benchmark
  public Verdict permitted() {
    return screening.screen(clear, GOAL, ON);
  }

  /** Four deferrals: the search for the first permitted date is part of it. */
  @Benchmark
  public Verdict deferredWithDate() {
    return screening.screen(deferred, GOAL, ON);
  }

  /** Nothing known: every rule is open and every question is ordered. */
  @Benchmark
  public Verdict nothingKnown() {
    return screening.screen(silent, GOAL, ON);
  }
}
