package org.percuta.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A closed world: what a module may see is named here, and anything else fails. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.percuta");

  private record Allowed(String module, String... sees) {}

  private static final String[] ALWAYS = {"java..", "javax..", "org.jspecify.annotations.."};

  private static final Stream<Allowed> ALLOWED =
      Stream.of(
          new Allowed("org.percuta.quantity.."),
          new Allowed("org.percuta.protocol.model..", "org.percuta.quantity.."),
          new Allowed(
              "org.percuta.protocol.evaluate..",
              "org.percuta.protocol.model..",
              "org.percuta.quantity.."),
          new Allowed(
              "org.percuta.protocol.validate..",
              "org.percuta.protocol.model..",
              "org.percuta.quantity.."),
          new Allowed(
              "org.percuta.protocol.plan..",
              "org.percuta.protocol.model..",
              "org.percuta.protocol.evaluate..",
              "org.percuta.protocol.validate..",
              "org.percuta.quantity.."),
          new Allowed(
              "org.percuta.protocol.triage..",
              "org.percuta.protocol.model..",
              "org.percuta.protocol.validate..",
              "org.percuta.quantity.."),
          new Allowed(
              "org.percuta.protocol.io..",
              "org.percuta.protocol..",
              "org.percuta.quantity..",
              "org.snakeyaml.."),
          new Allowed("org.percuta.skin..", "org.percuta.quantity..", "org.hipparchus.."),
          new Allowed(
              "org.percuta.planning..",
              "org.percuta.protocol.model..",
              "org.percuta.protocol.plan..",
              "org.percuta.skin..",
              "org.percuta.quantity.."),
          new Allowed(
              "org.percuta.fhir..",
              "org.percuta.protocol.model..",
              "org.percuta.protocol.validate..",
              "org.percuta.quantity..",
              "tools.jackson.core.."),
          new Allowed(
              "org.percuta.cli..",
              "org.percuta.protocol..",
              "org.percuta.skin..",
              "org.percuta.planning..",
              "org.percuta.fhir..",
              "org.percuta.quantity..",
              "picocli..",
              "biweekly..",
              "tools.jackson.core.."));

  @TestFactory
  Stream<DynamicTest> aModuleSeesOnlyWhatIsNamed() {
    return ALLOWED.map(allowed ->
        DynamicTest.dynamicTest(
            allowed.module(),
            () ->
                classes()
                    .that()
                    .resideInAPackage(allowed.module())
                    .should()
                    .onlyDependOnClassesThat(
                        resideInAnyPackage(
                            Stream.of(
                                    Stream.of(allowed.module()),
                                    Stream.of(ALWAYS),
                                    Stream.of(allowed.sees()))
                                .flatMap(s -> s)
                                .toArray(String[]::new)))
                    .check(CLASSES)));
  }

  @Test
  void thePureCoreReadsNoClockNoFileAndNoChance() {
    ArchRule pure =
        noClasses()
            .that()
            .resideInAnyPackage(
                "org.percuta.quantity..",
                "org.percuta.protocol.model..",
                "org.percuta.protocol.evaluate..",
                "org.percuta.protocol.plan..",
                "org.percuta.protocol.triage..",
                "org.percuta.protocol.validate..",
                "org.percuta.skin..",
                "org.percuta.planning..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "java.io..", "java.nio.file..", "java.util.logging..", "java.net..")
                    .or(JavaClass.Predicates.assignableTo(Clock.class))
                    .or(JavaClass.Predicates.assignableTo(Random.class)));
    pure.check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.percuta.protocol..",
            "org.percuta.skin..",
            "org.percuta.planning..",
            "org.percuta.quantity..")
        .should()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .check(CLASSES);
  }
}
