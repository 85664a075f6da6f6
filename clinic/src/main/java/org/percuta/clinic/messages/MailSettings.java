package org.percuta.clinic.messages;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server, under {@code percuta.mail.} in the environment or on the command line. The
 * password belongs into the environment only: {@code PERCUTA_MAIL_PASSWORD}.
 *
 * @param host of the mail server; without it nothing is sent and messages stay in the outbox
 * @param port 0 for the usual one of {@code security}
 * @param from the sender's address
 * @param address of this application as patients reach it, for links in messages
 * @param worker whether this process sends
 * @param pause between two looks for messages that are due
 * @param answerWithin how long the mail server may take for each answer
 */
@ConfigurationProperties("percuta.mail")
record MailSettings(
    @Nullable String host,
    @DefaultValue("0") int port,
    @Nullable String username,
    @Nullable String password,
    @Nullable String from,
    @DefaultValue("STARTTLS") Security security,
    @Nullable String address,
    @DefaultValue("true") boolean worker,
    @DefaultValue("15s") Duration pause,
    @DefaultValue("20s") Duration answerWithin) {

  /** How the way to the mail server is protected. */
  enum Security {
    STARTTLS(587),
    SSL(465),
    /** In the clear: for a server on the same machine. */
    NONE(25);

    private final int port;

    Security(int port) {
      this.port = port;
    }
  }

  MailSettings {
    if (isGiven(host) && !isGiven(from)) {
      throw new IllegalArgumentException(
          "percuta.mail.host is set, percuta.mail.from is not. Set the address that messages to"
              + " patients come from.");
    }
  }

  /** Whether there is a mail server to send through. */
  boolean isSet() {
    return isGiven(host);
  }

  int portUsed() {
    return port == 0 ? security.port : port;
  }

  /** Where patients reach this application, without a slash at the end; empty when not set. */
  String patientAddress() {
    return address == null ? "" : address.strip().replaceAll("/+$", "");
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  @Override
  public String toString() {
    return "MailSettings[host=" + host + ", security=" + security + ", worker=" + worker + "]";
  }
}
