package org.percuta.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.validate.Coverage;
import org.percuta.protocol.validate.Finding;

/** What {@code percuta knowledge check} says of the knowledge that this build ships. */
class ShippedKnowledgeTest {

  private static final CheckedKnowledge SHIPPED = CheckedKnowledge.shipped();

  @Test
  void hasNoErrors() {
    assertThat(SHIPPED.findings().stream().filter(Finding::isError).map(Finding::inOneLine))
        .isEmpty();
  }

  @Test
  void everyRuleHasItsThreeKindsOfCase() {
    assertThat(SHIPPED.rulesWithoutCases()).isEmpty();
  }

  @Test
  void everyClaimIsCarriedOutOrSaysWhyNot() {
    Coverage coverage = Coverage.of(SHIPPED.knowledge());

    assertThat(SHIPPED.knowledge().claims()).hasSize(487);
    assertThat(SHIPPED.knowledge().claims().keySet())
        .allMatch(id -> coverage.usedBy().containsKey(id) != coverage.notModelled().contains(id));
  }

  @TestFactory
  Stream<DynamicTest> goldenCases() {
    GoldenCaseRunner runner = new GoldenCaseRunner(new Screening(SHIPPED.knowledge()));
    return SHIPPED.cases().stream()
        .map(golden ->
            DynamicTest.dynamicTest(
                golden.id(),
                () -> {
                  List<String> differences = runner.run(golden);
                  assertThat(differences).as("%s", golden.place()).isEmpty();
                }));
  }
}
