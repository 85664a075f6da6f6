package org.percuta.clinic.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The way to the mail server, which knows how far a message has come: a server takes a message over
 * with the line that ends its text and not before.
 */
final class Handing extends SMTPTransport {

  private boolean ended;

  Handing(Session session) {
    super(session, null);
  }

  /** Whether the line was sent, or begun to be, with which the server may have taken it over. */
  boolean isEnded() {
    return ended;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    ended = true;
    super.finishData();
  }
}
