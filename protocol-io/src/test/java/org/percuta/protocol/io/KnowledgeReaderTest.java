package org.percuta.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Window;
import org.percuta.protocol.validate.Finding;
import org.percuta.quantity.Interval;

class KnowledgeReaderTest {

  private static final String RULE =
      """
      rules:
        - id: peel-before
          title: Peel
          when: {exposure: {fact: peel, washout: {of: 2 wk, claims: [S1-001]}}}
          scope: site
          effect: clear
          cleared-by: [physician]
          because: 'The skin heals: wait.'
          claims: [S1-001]
          grade: C
      """;

  private static LoadedKnowledge read(String file) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("protocol/r.yaml", file.getBytes(StandardCharsets.UTF_8));
    files.put("version.yaml", "version: 1.2.3".getBytes(StandardCharsets.UTF_8));
    return KnowledgeReader.read(files, "k/");
  }

  @Test
  void aRuleIsReadAsItIsWritten() {
    LoadedKnowledge loaded = read(RULE);

    assertThat(loaded.findings()).isEmpty();
    assertThat(loaded.isValid()).isTrue();
    assertThat(loaded.knowledge().version()).isEqualTo("1.2.3");
    assertThat(loaded.knowledge().rules())
        .containsExactly(
            new Rule(
                "peel-before",
                "Peel",
                new Condition.Exposure(
                    "peel", new Window(Interval.weeks(2), null, List.of("S1-001"), List.of())),
                Rule.Scope.SITE,
                Effect.CLEAR,
                null,
                List.of(Role.PHYSICIAN),
                "The skin heals: wait.",
                null,
                List.of("S1-001"),
                List.of(),
                Grade.C,
                null));
    Rule rule = loaded.knowledge().rules().getFirst();
    assertThat(loaded.places().of(rule)).hasToString("k/protocol/r.yaml:2:5");
    assertThat(loaded.places().of(rule, "effect")).hasToString("k/protocol/r.yaml:6:13");
    assertThat(loaded.places().of(rule, "literature")).hasToString("k/protocol/r.yaml:2:5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "condition-now: peel|ConditionNow[fact=peel]",
        "condition-ever: {fact: peel}|ConditionEver[fact=peel]",
        "medicine: peel|Medicine[fact=peel, supply=null, washout=null]",
        "medicine: {fact: peel, supply: bought}|Medicine[fact=peel, supply=BOUGHT, washout=null]",
        "attribute: {of: age, below: 22}|Attribute[of=AGE, below=22.0, atLeast=null]",
        "goal-is: {sites: [face]}|GoalIs[concerns=[], sites=[face], settings=[]]",
        "all-of: [{state: a}, {allergy: b}]|AllOf[of=[State[fact=a], Allergy[fact=b]]]"
      })
  void eachKindOfConditionIsAMapOfOneKey(String condition, String read) {
    LoadedKnowledge loaded = read(RULE.replaceFirst("when: .*", "when: {" + condition + "}"));

    assertThat(loaded.findings()).isEmpty();
    assertThat(loaded.knowledge().rules().getFirst().when()).hasToString(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "effect: clear|efect: clear|PX-0110|6:5|Maybe effect?",
        "effect: clear|effect: cleer|PX-0113|6:13|Maybe clear?",
        "effect: clear||PX-0111|2:5|effect",
        "effect: clear|effect: [clear]|PX-0114|6:13|a single value",
        "[physician]|physician|PX-0114|7:17|a list",
        "[physician]|[doctor]|PX-0113|7:18|none of clinician",
        "2 wk|2 weeks|PX-0112|4:49|Maybe write 7 d",
        "2 wk|99999 d|PX-0112|4:49|outside 0 to 10,000",
        "exposure:|exposures:|PX-0110|4:12|Maybe exposure?",
        "{exposure: {fact: peel, washout: {of: 2 wk, claims: [S1-001]}}}|peel|PX-0114|4:11|Here should stand a map of one key",
        "grade: C|grade: D|PX-0113|10:12|none of A, B, C, H",
        "rules:|ruels:|PX-0116|1:1|Maybe rules?",
        "rules:|more: []\\nrules:|PX-0115|1:1|one key"
      })
  void whatDoesNotFitIsFoundWhereItStands(
      String right, String wrong, String code, String place, String words) {
    LoadedKnowledge loaded =
        read(RULE.replace(right, wrong == null ? "" : wrong.replace("\\n", "\n")));

    assertThat(loaded.isValid()).isFalse();
    assertThat(loaded.findings())
        .anySatisfy(finding -> {
          assertThat(finding.code()).isEqualTo(code);
          assertThat(finding.place()).hasToString("k/protocol/r.yaml:" + place);
          assertThat(finding.inOneLine()).contains(words);
        });
  }

  @Test
  void theRestOfABrokenItemIsStillRead() {
    LoadedKnowledge loaded =
        read(RULE.replace("scope: site", "scope: here").replace("grade: C", "grade: D"));

    assertThat(loaded.findings()).extracting(Finding::code).containsExactly("PX-0113", "PX-0113");
  }

  @Test
  void anIdThatStandsTwiceAndAMissingVersionAreFound() {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put(
        "sources/s.yaml",
        "sources: [{id: S, citation: c, read: whole, grade: C}, {id: S, citation: c, read: whole, grade: C}]"
            .getBytes(StandardCharsets.UTF_8));

    assertThat(KnowledgeReader.read(files, "").findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("PX-0117", "PX-0118");
  }

  @Test
  void theDigestChangesWithAnyByteOrName() {
    String digest = read(RULE).knowledge().digest();

    assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(read(RULE).knowledge().digest());
    assertThat(read(RULE + " ").knowledge().digest()).isNotEqualTo(digest);
  }
}
