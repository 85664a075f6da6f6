package org.percuta.clinic.messages;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
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

  /** How the library begins to say so; it has no exception of its own for it. */
  private static final String NO_STARTTLS = "STARTTLS is required";

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
    String answerLimit_ms = String.valueOf(settings.answerWithin().toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_LIMIT_MS);
    properties.setProperty("mail.smtp.timeout", answerLimit_ms);
    properties.setProperty("mail.smtp.writetimeout", answerLimit_ms);
    properties.setProperty("mail.smtp.auth", String.valueOf(settings.username() != null));
    switch (settings.security()) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
        identify(properties);
      }
      case SSL -> {
        properties.setProperty("mail.smtp.ssl.enable", "true");
        identify(properties);
      }
      case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
    }
    return properties;
  }

  /** The server has to show a certificate that this Java trusts, and that names its host. */
  private static void identify(Properties properties) {
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    try {
      properties.put("mail.smtp.ssl.socketFactory", SSLContext.getDefault().getSocketFactory());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no TLS, or cannot read its trust store.", e);
    }
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
    Handing transport = new Handing(sender.getSession());
    try {
      Sending connected = connect(transport);
      return connected instanceof Sending.Sent ? hand(transport, mime) : connected;
    } finally {
      close(transport);
    }
  }

  private static void close(Handing transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // The answer is known by now; a goodbye that fails changes nothing.
      LOG.debug("The mail server hung up.", e);
    }
  }

  /** Nothing of a message has gone out when this fails. */
  private Sending connect(Handing transport) {
    try {
      transport.connect(
          settings.host(), settings.portUsed(), settings.username(), settings.password());
      return new Sending.Sent();
    } catch (AuthenticationFailedException e) {
      return new Sending.Later("The mail server refused the user name or password.");
    } catch (MessagingException e) {
      return new Sending.Later(why(e));
    }
  }

  private static String why(MessagingException thrown) {
    if (hasCause(thrown, CertificateException.class)) {
      return "The mail server's certificate is not trusted, or names another host. Nothing was sent.";
    }
    if (hasCause(thrown, SSLException.class)) {
      return "No encrypted connection to the mail server could be made. Nothing was sent.";
    }
    boolean refused = String.valueOf(thrown.getMessage()).startsWith(NO_STARTTLS);
    return refused
        ? "The mail server offers no encryption (STARTTLS). Nothing was sent."
        : "The mail server could not be reached.";
  }

  private static boolean hasCause(Throwable thrown, Class<? extends Throwable> kind) {
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      if (kind.isInstance(one)) {
        return true;
      }
    }
    return false;
  }

  private static Sending hand(Handing transport, MimeMessage mime) {
    try {
      transport.sendMessage(mime, mime.getAllRecipients());
      return new Sending.Sent();
    } catch (MessagingException e) {
      int code = code(e);
      if (code >= PERMANENT) {
        return new Sending.Refused("The mail server refused it (" + code + ").");
      }
      if (code >= TRANSIENT) {
        return new Sending.Later("The mail server asked to try again later (" + code + ").");
      }
      return transport.isEnded()
          ? new Sending.Unsure("The connection broke while sending. It may have been sent.")
          : new Sending.Later("The connection to the mail server broke before it was sent.");
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
