package org.percuta.clinic.messages;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands one message to the mail server. It speaks the steps itself instead of leaving them to the
 * sender, because before the text has gone out a failure is certain and after it none is.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
class Mailer {

  private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
  private static final String CONNECT_LIMIT_MS = "10000";
  private static final String ANSWER_LIMIT_MS = "20000";
  private static final int PERMANENT = 500;
  private static final int TRANSIENT = 400;

  private final MailSettings settings;
  private final JavaMailSenderImpl sender;
  private final Clock clock;

  Mailer(MailSettings settings, Clock clock, ApplicationArguments arguments) {
    if (arguments.containsOption("percuta.mail.password")) {
      // Everybody on the machine can read a command line.
      throw new IllegalArgumentException(
          "Give the mail password in the environment, as PERCUTA_MAIL_PASSWORD, not on the command"
              + " line.");
    }
    this.settings = settings;
    this.clock = clock;
    this.sender = new JavaMailSenderImpl();
    sender.setProtocol("smtp");
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    sender.setJavaMailProperties(properties(settings));
  }

  boolean isSet() {
    return settings.isSet();
  }

  private static Properties properties(MailSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_LIMIT_MS);
    properties.setProperty("mail.smtp.timeout", ANSWER_LIMIT_MS);
    properties.setProperty("mail.smtp.writetimeout", ANSWER_LIMIT_MS);
    properties.setProperty("mail.smtp.auth", String.valueOf(settings.username() != null));
    switch (settings.security()) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case SSL -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
    }
    return properties;
  }

  /**
   * Sends and says what came of it.
   *
   * @param body the text as the patient reads it, links in place
   */
  Sending send(Outgoing message, String body) {
    MimeMessage mime;
    try {
      mime = write(message, body);
    } catch (AddressException e) {
      return new Sending.Refused("The e-mail address cannot be used. Correct it in the record.");
    } catch (MessagingException | UnsupportedEncodingException e) {
      return new Sending.Refused("The message could not be written as an e-mail.");
    }
    Transport transport = transport();
    try {
      Sending connected = connect(transport);
      return connected instanceof Sending.Sent ? hand(transport, mime) : connected;
    } finally {
      close(transport);
    }
  }

  private Transport transport() {
    try {
      return sender.getSession().getTransport("smtp");
    } catch (NoSuchProviderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // The answer is known by now; a goodbye that fails changes nothing.
      LOG.debug("The mail server hung up.", e);
    }
  }

  private Sending connect(Transport transport) {
    try {
      transport.connect(
          settings.host(), settings.portUsed(), settings.username(), settings.password());
      return new Sending.Sent();
    } catch (AuthenticationFailedException e) {
      return new Sending.Later("The mail server refused the user name or password.");
    } catch (MessagingException e) {
      return new Sending.Later("The mail server could not be reached.");
    }
  }

  private static Sending hand(Transport transport, MimeMessage mime) {
    try {
      Address[] recipients = mime.getAllRecipients();
      transport.sendMessage(mime, recipients);
      return new Sending.Sent();
    } catch (MessagingException e) {
      int code = code(e);
      if (code >= PERMANENT) {
        return new Sending.Refused("The mail server refused it (" + code + ").");
      }
      if (code >= TRANSIENT) {
        return new Sending.Later("The mail server asked to try again later (" + code + ").");
      }
      return new Sending.Unsure("The connection broke while sending. It may have been sent.");
    }
  }

  /** The server's answer, or 0 when it gave none. */
  private static int code(MessagingException thrown) {
    Exception one = thrown;
    while (one != null) {
      int code =
          switch (one) {
            case SMTPSendFailedException e -> e.getReturnCode();
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSenderFailedException e -> e.getReturnCode();
            default -> 0;
          };
      if (code >= TRANSIENT) {
        return code;
      }
      one = one instanceof MessagingException next ? next.getNextException() : null;
    }
    return 0;
  }

  private MimeMessage write(Outgoing message, String body)
      throws MessagingException, UnsupportedEncodingException {
    InternetAddress from = new InternetAddress(String.valueOf(settings.from()), true);
    String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    MimeMessage mime = sender.createMimeMessage();
    mime.setFrom(
        new InternetAddress(
            from.getAddress(), oneLine(message.clinicName()), StandardCharsets.UTF_8.name()));
    mime.setRecipient(
        jakarta.mail.Message.RecipientType.TO, new InternetAddress(message.to(), true));
    mime.setSubject(oneLine(message.subject()), StandardCharsets.UTF_8.name());
    mime.setText(body, StandardCharsets.UTF_8.name());
    mime.setSentDate(Date.from(clock.instant()));
    mime.setHeader("Auto-Submitted", "auto-generated");
    mime.saveChanges();
    // Ours, and the same when it is sent again, so that the second copy is known as one.
    mime.setHeader("Message-ID", "<" + message.id() + "@" + domain + ">");
    return mime;
  }

  /** A header is one line; what a person typed may be more. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
