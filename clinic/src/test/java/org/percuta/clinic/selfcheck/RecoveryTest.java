package org.percuta.clinic.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.testing.ClinicAppTest;

class RecoveryTest extends ClinicAppTest {

  @Test
  void usualHealingIsExpected() {
    assertThat(check(Map.of("day", "0", "has-redness", "yes", "how-redness", "mild")))
        .contains("This is expected");
    assertThat(check(Map.of("day", "0", "nothing", "yes"))).contains("This is expected");
  }

  @Test
  void anUrgentSignIsUrgentHoweverStrongItIs() {
    assertThat(check(Map.of("day", "0", "has-wheeze", "yes"))).contains("care urgent");
    assertThat(check(Map.of("day", "0", "has-wheeze", "yes", "other", "yes")))
        .contains("Get emergency help now");
  }

  @Test
  void onlyWhatNeedsAnAmbulanceSaysSo() {
    assertThat(visitor().get("/recovery").body())
        .containsPattern("Call the emergency number now if you notice: trouble breathing[^.]*fit")
        .containsPattern("Go to urgent or emergency care today[^.]*fever")
        .doesNotContainPattern("Call the emergency number now if you notice:[^.]*fever");
  }

  @Test
  void whatIsNotKnownCountsAsACall() {
    assertThat(check(Map.of("day", "1", "has-redness", "yes", "how-redness", "unknown")))
        .contains("Call the clinic today");
    assertThat(check(Map.of("day", "1", "has-redness", "yes")))
        .contains("you did not say how strong it is");
    assertThat(check(Map.of("day", "1", "other", "yes"))).contains("Call the clinic today");
    assertThat(check(Map.of("day", "3", "nothing", "yes", "worse", "yes")))
        .contains("Call the clinic today");
  }

  @Test
  void aDayThatIsNoDayIsAskedAgain() {
    for (String day : List.of("", "-1", "731", "9999", "99999999999", "two", "<b>", "1.5")) {
      var answer = visitor().post("/recovery", Map.of("day", day, "has-redness", "yes"));
      assertThat(answer.status()).as(day).isEqualTo(422);
      assertThat(answer.body()).contains("There is a problem").contains("href=\"#day\"");
    }
    assertThat(visitor().post("/recovery", Map.of("day", "1")).body())
        .contains("Tick what you notice");
    assertThat(visitor().post("/recovery", Map.of("day", "1", "has-nonsense", "yes")).status())
        .isEqualTo(422);
  }

  private String check(Map<String, String> typed) {
    var answer = visitor().post("/recovery", typed);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }
}
