package org.percuta.clinic;

import java.util.Arrays;
import org.percuta.clinic.audit.VerifyCommand;
import org.percuta.clinic.platform.ops.StartFailure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The clinic on the web, and the commands that work on its database. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ClinicApplication {

  private static final int FAILED = 1;

  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals(VerifyCommand.NAME)) {
      System.exit(VerifyCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
    try {
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
