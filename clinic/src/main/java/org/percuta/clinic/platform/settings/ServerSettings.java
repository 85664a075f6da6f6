package org.percuta.clinic.platform.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator sets, under {@code percuta.} in the environment or on the command line.
 *
 * @param data where everything of this installation is kept
 * @param programs where the bundled PostgreSQL is unpacked; beside the data when absent
 * @param knowledge a folder laid out as {@code knowledge/} is, offered instead of the shipped
 *     clinical content
 * @param clinic name of the clinic made at the first start
 * @param timeZone the time zone of that clinic, an IANA name
 * @param secureCookies set where the address is https: cookies then never travel in the clear
 * @param metricsToken lets a collector read {@code /metrics} with {@code Authorization: Bearer}
 */
@ConfigurationProperties("percuta")
public record ServerSettings(
    @DefaultValue(".percuta") Path data,
    @Nullable Path programs,
    @Nullable Path knowledge,
    @DefaultValue("My clinic") String clinic,
    @DefaultValue("UTC") String timeZone,
    @DefaultValue("owner@example.org") String ownerEmail,
    @DefaultValue("false") boolean secureCookies,
    @Nullable String metricsToken,
    @DefaultValue Database database) {

  /**
   * A PostgreSQL server used instead of the bundled one.
   *
   * @param url a {@code jdbc:postgresql:} address without passwords; absent means the bundled one
   * @param owner the role that migrates
   * @param application the role the application works as; must not be able to bypass row security
   */
  public record Database(
      @Nullable String url,
      @DefaultValue("percuta_owner") String owner,
      @Nullable String ownerPassword,
      @DefaultValue("percuta_app") String application,
      @Nullable String applicationPassword) {

    @Override
    public String toString() {
      return "Database[url=" + url + ", owner=" + owner + ", application=" + application + "]";
    }
  }

  public Path programsFolder() {
    return programs == null ? data.resolve("postgres-18.6.0") : programs;
  }

  @Override
  public String toString() {
    return "ServerSettings[data=" + data + ", database=" + database + "]";
  }
}
