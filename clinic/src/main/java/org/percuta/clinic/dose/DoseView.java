package org.percuta.clinic.dose;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.knowledge.ZoneMap;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.screening.VerdictCard;

/** What the dose pages show. */
final class DoseView {

  private DoseView() {}

  /**
   * The page of a course, or without banner the one without a patient.
   *
   * @param over where it belongs, in words; empty without a patient
   * @param person what is known of whose skin it is, as sentences
   * @param limits absent until it is known what is treated where
   */
  record Preview(
      @Nullable PatientBanner banner,
      String over,
      String address,
      @Nullable VerdictCard card,
      Form form,
      Map<String, String> concerns,
      ZoneMap map,
      Map<String, String> devices,
      Map<String, String> layers,
      List<String> person,
      @Nullable Limits limits,
      Outcome outcome) {

    PatientBanner patient() {
      if (banner == null) {
        throw new IllegalStateException("This page has no patient.");
      }
      return banner;
    }
  }

  /** What the protocol allows at a place, before any figure. */
  record Limits(String where, List<Limit> binding, List<Limit> informing) {}

  /** One limit, or one range that informs. */
  record Limit(String name, String most, String note, Trace trace) {}

  /** What came of the question. */
  sealed interface Outcome {}

  /** Nothing was asked yet, or what was typed has faults. */
  record Nothing() implements Outcome {}

  /** The protocol does not permit treating this person, so there are no figures at all. */
  record NotPermitted() implements Outcome {}

  /** The protocol refuses the setting. */
  record Refused(List<Limit> reasons) implements Outcome {}

  /**
   * The model's figures of a setting that the protocol allows.
   *
   * @param suggested whether the model found the setting
   * @param within the limits it keeps to, in words
   * @param notes what speaks against it all the same
   * @param section SVG
   * @param density SVG
   */
  record Figures(
      boolean suggested,
      String setting,
      String within,
      List<String> notes,
      List<Row> rows,
      List<Row> layers,
      String section,
      String sectionWords,
      String density,
      @Nullable Keep keep)
      implements Outcome {}

  /** One quantity: its middle value, where nine in ten lie, and what it means. */
  record Row(String name, String middle, String range, String meaning) {}

  /** What is sent to keep a setting with its course. */
  record Keep(String address, Map<String, String> fields) {}

  /** The page about the model. */
  record AboutPage(ModelLimits limits) {}
}
