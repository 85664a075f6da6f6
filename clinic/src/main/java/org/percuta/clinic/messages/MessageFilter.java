package org.percuta.clinic.messages;

import java.util.List;
import java.util.Locale;

/** What the outbox can be narrowed to. */
enum MessageFilter {
  DUE("Due", "m.state in ('WAITING', 'SENDING') and not m.held_back and m.due <= ?", "m.due", true),
  WAITING("Waiting", "m.state = 'WAITING' and (m.held_back or m.due > ?)", "m.due", true),
  UNSURE("Unsure", "m.state = 'UNSURE'", "m.due", false),
  FAILED("Failed", "m.state = 'FAILED'", "m.due", false),
  SENT("Sent", "m.state in ('SENT', 'HANDED_OVER')", "m.done_at desc", false),
  LATE("Too late", "m.state = 'EXPIRED'", "m.done_at desc", false),
  CANCELLED("Cancelled", "m.state = 'CANCELLED'", "m.done_at desc", false);

  /** What is not over. There is more of the rest every day; it is not counted. */
  static final List<MessageFilter> OPEN = List.of(DUE, WAITING, UNSURE, FAILED);

  /** Nobody looks through more; counting stops there. */
  static final int COUNTED = 1000;

  private final String word;
  private final String condition;
  private final String order;
  private final boolean timed;

  MessageFilter(String word, String condition, String order, boolean timed) {
    this.word = word;
    this.condition = condition;
    this.order = order + ", m.message_id";
    this.timed = timed;
  }

  /** The filter of an address, or the one with what is due now. */
  static MessageFilter of(String key) {
    for (MessageFilter filter : values()) {
      if (filter.key().equals(key)) {
        return filter;
      }
    }
    return DUE;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String word() {
    return word;
  }

  /** A count that may have stopped at {@link #COUNTED}. */
  static String counted(int found) {
    return found < COUNTED ? Integer.toString(found) : COUNTED + "+";
  }

  String condition() {
    return condition;
  }

  String order() {
    return order;
  }

  /** Whether the condition asks for the moment. */
  boolean isTimed() {
    return timed;
  }
}
