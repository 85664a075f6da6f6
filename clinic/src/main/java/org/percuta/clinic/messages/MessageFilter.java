package org.percuta.clinic.messages;

import java.util.Locale;

/** What the outbox can be narrowed to. */
enum MessageFilter {
  WAITING("Waiting", "m.state = 'WAITING' and (m.held_back or m.due > ?)", true, "m.due"),
  DUE("Due", "m.state in ('WAITING', 'SENDING') and not m.held_back and m.due <= ?", true, "m.due"),
  UNSURE("Unsure", "m.state = 'UNSURE'", false, "m.due"),
  FAILED("Failed", "m.state in ('FAILED', 'EXPIRED')", false, "m.done_at desc"),
  SENT("Sent", "m.state in ('SENT', 'HANDED_OVER')", false, "m.done_at desc"),
  CANCELLED("Cancelled", "m.state = 'CANCELLED'", false, "m.done_at desc");

  private final String word;
  private final String condition;
  private final boolean timed;
  private final String order;

  MessageFilter(String word, String condition, boolean timed, String order) {
    this.word = word;
    this.condition = condition;
    this.timed = timed;
    this.order = order + ", m.message_id";
  }

  /** The filter of an address, or the one with what is still to come. */
  static MessageFilter of(String key) {
    for (MessageFilter filter : values()) {
      if (filter.key().equals(key)) {
        return filter;
      }
    }
    return WAITING;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String word() {
    return word;
  }

  String condition() {
    return condition;
  }

  /** Whether the condition asks for the moment. */
  boolean isTimed() {
    return timed;
  }

  String order() {
    return order;
  }
}
