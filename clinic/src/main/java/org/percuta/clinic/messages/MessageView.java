package org.percuta.clinic.messages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.platform.web.Form;

/** What the pages of messages show. */
final class MessageView {

  private MessageView() {}

  /**
   * One message in a list.
   *
   * @param detail what else to know, for example why it failed
   */
  record Line(
      UUID id,
      String when,
      UUID patient,
      String name,
      String what,
      String state,
      String tag,
      String detail) {}

  /**
   * One filter.
   *
   * @param count how many are behind it; absent where it is not counted
   */
  record Tab(String word, @Nullable String count, String address, boolean here) {}

  record OutboxPage(
      boolean mail,
      boolean mayset,
      String filter,
      String words,
      List<Tab> tabs,
      List<Line> lines,
      @Nullable String previous,
      @Nullable String next) {}

  /** One instruction of a message and where it comes from. */
  record Item(String text, Trace trace) {}

  record Button(MessageState.Decision decision, String word) {}

  record OnePage(
      PatientBanner banner,
      UUID id,
      int version,
      String what,
      String state,
      String tag,
      String detail,
      String when,
      String until,
      String to,
      String subject,
      String body,
      List<Item> items,
      List<Button> buttons,
      Form form) {}

  /**
   * @param link why no sign-in link can be sent by e-mail; empty when it can
   */
  record PatientPage(
      PatientBanner banner,
      boolean mail,
      List<Line> lines,
      Form form,
      int version,
      String clinicZone,
      String link,
      long linkDays) {}

  record SettingsPage(Form form, int version) {}
}
