package org.percuta.clinic;

import java.util.Arrays;
import org.percuta.clinic.audit.VerifyCommand;
import org.percuta.clinic.knowledge.ProgramContent;
import org.percuta.clinic.platform.ops.StartFailure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;

/** The clinic on the web, and the commands that work on its database. */
@SpringBootApplication(
    // Nothing here asks for them, and each costs every start.
    exclude = {
      AopAutoConfiguration.class,
      DataSourceInitializationAutoConfiguration.class,
      JacksonAutoConfiguration.class,
      JdbcTemplateAutoConfiguration.class,
      MailSenderAutoConfiguration.class,
      PersistenceExceptionTranslationAutoConfiguration.class,
      TaskExecutionAutoConfiguration.class,
      TaskSchedulingAutoConfiguration.class,
      TransactionAutoConfiguration.class,
      TransactionManagerCustomizationAutoConfiguration.class
    })
public class ClinicApplication {

  private static final int FAILED = 1;

  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals(VerifyCommand.NAME)) {
      System.exit(VerifyCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
    try {
      ProgramContent.readAhead();
      SpringApplication.run(ClinicApplication.class, arguments);
    } catch (RuntimeException e) {
      if (StartFailure.isExpectedEnd(e)) {
        throw e;
      }
      StartFailure.say(e);
      System.exit(FAILED);
    }
  }
}
