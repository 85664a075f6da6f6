package org.percuta.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.model.CalendarItem;

/** What people are told to do and to leave alone reads one way, wherever it stands. */
class InstructionsTest {

  /**
   * Pages and papers list these under "Don't", a calendar shows them alone: "Keep out of the sun"
   * would say the opposite in the first, and "Sunbathing" nothing in the second.
   */
  @Test
  void whatIsForbiddenSaysNo() {
    assertThat(KnowledgeReader.shipped().knowledge().calendar())
        .filteredOn(item -> item.kind() == CalendarItem.Kind.DONT)
        .isNotEmpty()
        .allSatisfy(item ->
            assertThat(item.text()).as(item.id()).matches("(?s)(No|Nothing|Never|Do not) .*"));
  }
}
