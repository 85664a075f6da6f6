package org.percuta.clinic.appointments;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.screening.VerdictCard;

/** What the pages of appointments show. */
final class AppointmentView {

  private AppointmentView() {}

  /**
   * @param id of what is moved; absent when something new is booked
   * @param wish of the waiting list that this booking meets; absent when it meets none
   * @param card why the protocol does not permit that day; absent when it does, or was not asked
   */
  record BookPage(
      PatientBanner banner,
      @Nullable UUID id,
      int version,
      String title,
      Form form,
      Map<String, String> whats,
      Map<String, String> practitioners,
      Map<String, String> rooms,
      Map<String, String> devices,
      @Nullable VerdictCard card,
      @Nullable Wish wish) {

    String action() {
      return id == null
          ? "/patients/" + banner.id() + "/appointments"
          : "/appointments/" + id + "/move";
    }

    String back() {
      return id == null ? "/patients/" + banner.id() + "/appointments" : "/appointments/" + id;
    }
  }

  /** What a patient waits for, in words. */
  record Wish(UUID id, String words) {}

  /** One appointment in a patient's list. */
  record Line(
      UUID id, String when, String what, String who, String where, String state, boolean live) {}

  record ListPage(PatientBanner banner, List<Line> lines) {}

  /** What can be done next. */
  record Button(Appointment.State state, String word) {}

  record OnePage(
      PatientBanner banner,
      UUID id,
      int version,
      String what,
      String state,
      boolean live,
      String when,
      String who,
      String where,
      String with,
      String length,
      String note,
      String outcome,
      String elsewhere,
      String needless,
      String course,
      boolean movable,
      String again,
      List<Button> buttons,
      Form form) {}
}
