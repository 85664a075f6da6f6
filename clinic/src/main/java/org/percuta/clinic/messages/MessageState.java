package org.percuta.clinic.messages;

import java.util.List;

/** What became of a message. */
enum MessageState {
  WAITING("Waiting", "slate"),
  /** Handed to the mail server; the answer is not in yet. */
  SENDING("Being sent", "slate"),
  SENT("Sent", "sage"),
  HANDED_OVER("Handed over", "sage"),
  /** The process or the connection ended between sending and the answer. */
  UNSURE("Unsure: may have been sent", "amber"),
  FAILED("Failed", "brick"),
  EXPIRED("Too late, not sent", "slate"),
  CANCELLED("Cancelled", "slate");

  private final String word;
  private final String tag;

  MessageState(String word, String tag) {
    this.word = word;
    this.tag = tag;
  }

  String word() {
    return word;
  }

  String tag() {
    return tag;
  }

  /** What a person may decide about it. */
  List<Decision> decisions() {
    return switch (this) {
      case WAITING -> List.of(Decision.HANDED_OVER, Decision.WITHHOLD);
      case UNSURE -> List.of(Decision.ARRIVED, Decision.AGAIN, Decision.HANDED_OVER);
      case FAILED -> List.of(Decision.AGAIN, Decision.HANDED_OVER);
      case SENDING, SENT, HANDED_OVER, EXPIRED, CANCELLED -> List.of();
    };
  }

  /** A person's decision. */
  enum Decision {
    ARRIVED("It arrived", SENT),
    AGAIN("Send it again", WAITING),
    HANDED_OVER("Handed over", MessageState.HANDED_OVER),
    WITHHOLD("Do not send", CANCELLED);

    private final String word;
    private final MessageState to;

    Decision(String word, MessageState to) {
      this.word = word;
      this.to = to;
    }

    String word() {
      return word;
    }

    MessageState to() {
      return to;
    }
  }
}
