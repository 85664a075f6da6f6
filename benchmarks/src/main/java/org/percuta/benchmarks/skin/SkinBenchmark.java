package org.percuta.benchmarks.skin;

import java.util.Arrays;
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
import org.percuta.protocol.io.parameters.ParameterFiles;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.DoseRequest;
import org.percuta.skin.dosimetry.DoseSetting;
import org.percuta.skin.dosimetry.Dosimetry;
import org.percuta.skin.dosimetry.MonteCarlo;
import org.percuta.skin.healing.CourseModel;
import org.percuta.skin.healing.CourseOutput;
import org.percuta.skin.healing.Ensemble;
import org.percuta.skin.healing.Healing;
import org.percuta.skin.healing.HealingCourse;
import org.percuta.skin.healing.HealingCurves;
import org.percuta.skin.healing.HealingPerson;
import org.percuta.skin.healing.Projection;

/** The four bars of the skin model. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(2)
public class SkinBenchmark {

  private static final int MEMBERS = 1_000;

  private final SkinParameters parameters =
      SkinParameters.from(ParameterFiles.read().parameters()).orThrow();
  private final DoseSetting face =
      DoseSetting.check(parameters, DoseRequest.of("pen-14", "face", 1.5, 4)).orThrow();
  private final Dose dose = Dosimetry.dose(face);
  private final HealingCourse course =
      HealingCourse.of(HealingPerson.REFERENCE, dose, 5, 28).orThrow();
  private final Ensemble ensemble = new Ensemble(parameters);
  private final CourseModel reused = new CourseModel(parameters, course, dose.woundedFraction());
  private final double[] point = middle(CourseModel.coordinates(parameters).size());
  private final double[] outputs = new double[CourseOutput.values().length];

  /** One course of 18 months with its workspace made anew. */
  @Benchmark
  public HealingCurves course() {
    return Healing.run(parameters, course);
  }

  /** The same as a member of an ensemble is run; what it allocates is the inner loop's. */
  @Benchmark
  public double[] courseReused() {
    reused.evaluate(point, outputs);
    return outputs;
  }

  /** A thousand members with bands, on every core there is. */
  @Benchmark
  public Projection ensemble() {
    return ensemble.project(course, dose, MEMBERS, 1);
  }

  /** Every puncture of four passes of a 14-needle pen over a face of 400 cm². */
  @Benchmark
  public MonteCarlo.Result monteCarlo() {
    return MonteCarlo.run(face, 1);
  }

  /** The closed form of the same. */
  @Benchmark
  public Dose closedForm() {
    return Dosimetry.dose(face);
  }

  private static double[] middle(int dimensions) {
    double[] point = new double[dimensions];
    Arrays.fill(point, 0.5);
    return point;
  }
}
