package org.percuta.clinic;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The clinic on the web. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ClinicApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(ClinicApplication.class, arguments);
  }
}
