package org.percuta.clinic.verdicts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.screening.ReasonCard;
import org.percuta.clinic.screening.StoredVerdict;
import org.percuta.clinic.screening.VerdictCard;

/** What the pages about verdicts show. */
final class VerdictView {

  private VerdictView() {}

  /**
   * @param shown absent while nothing was asked
   */
  record PageView(
      PatientBanner banner,
      Form form,
      Map<String, String> concerns,
      Map<String, String> sites,
      @Nullable Shown shown,
      List<Line> kept) {}

  /**
   * One verdict.
   *
   * @param dates what it says about dates, in words
   * @param deciding reasons that stand behind it
   * @param forTheTalk risks to inform about
   * @param known the day it is limited to, in words; empty for all that is known now
   * @param since words for the verdict it is compared with; absent when none was kept
   * @param seen fingerprint of what is shown
   * @param clearance address of the form for a clearance, to which the rule is added
   */
  record Shown(
      String goal,
      VerdictCard card,
      List<String> dates,
      List<ReasonCard> deciding,
      List<ReasonCard> forTheTalk,
      List<String> missing,
      List<StoredVerdict.Lifted> cleared,
      String known,
      @Nullable String since,
      List<String> changes,
      String seen,
      String clearance) {}

  /** A kept verdict in the list. */
  record Line(
      UUID id, String goal, String asOf, String word, String tag, String occasion, String kept) {}

  /** One kept verdict with what it rested on. */
  record KeptView(
      PatientBanner banner,
      Line line,
      VerdictCard card,
      List<String> dates,
      StoredVerdict verdict,
      List<String> facts,
      String digest,
      int settingsVersion,
      @Nullable Replay replay) {}
}
