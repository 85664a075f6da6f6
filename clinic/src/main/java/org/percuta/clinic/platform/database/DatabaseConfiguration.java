package org.percuta.clinic.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.percuta.clinic.platform.postgres.PostgresStartException;
import org.percuta.clinic.platform.settings.DemoSettings;
import org.percuta.clinic.platform.settings.Secrets;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The application's pool and the owner's migrations. The time limits keep every page under five
 * seconds when the database is gone: 2.5 s to get a connection, 3 s for an answer.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ServerSettings.class, DemoSettings.class})
class DatabaseConfiguration {

  private static final int CONNECTION_LIMIT_MS = 2_500;
  private static final int VALIDATION_LIMIT_MS = 1_000;
  private static final String CONNECT_LIMIT_S = "2";
  private static final String ANSWER_LIMIT_S = "3";
  private static final int POOL_SIZE = 16;

  @Bean(destroyMethod = "close")
  DatabaseAccess databaseAccess(ServerSettings settings) {
    return DatabaseAccess.open(settings);
  }

  @Bean
  Secrets secrets(DatabaseAccess access) {
    return access.secrets();
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      DatabaseAccess access, DemoSettings demo, ObjectProvider<MeterRegistry> metrics) {
    migrate(access, DemoDatabase.check(access, demo.enabled()));
    HikariConfig config = new HikariConfig();
    config.setPoolName("percuta");
    config.setJdbcUrl(access.url());
    config.setUsername(access.application().role());
    config.setPassword(access.application().password());
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(CONNECTION_LIMIT_MS);
    config.setValidationTimeout(VALIDATION_LIMIT_MS);
    config.setAutoCommit(false);
    // As texts: the pool drops a property that is a number or a boolean without a word.
    config.addDataSourceProperty("connectTimeout", CONNECT_LIMIT_S);
    config.addDataSourceProperty("socketTimeout", ANSWER_LIMIT_S);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "percuta");
    // Rows of a clinic lie together and mostly in memory: with the default of 4, weeks and lists
    // read whole tables where an index has what they ask for (docs/performance/pages.md).
    config.addDataSourceProperty("options", "-c random_page_cost=1.1");
    // An error message that quotes a row would put a patient's data into a log.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    metrics.ifAvailable(config::setMetricRegistry);
    HikariDataSource pool = new HikariDataSource(config);
    ApplicationRole.verify(pool);
    return pool;
  }

  @Bean
  PlatformTransactionManager transactionManager(HikariDataSource pool) {
    return new JdbcTransactionManager(pool);
  }

  @Bean
  JdbcClient jdbcClient(HikariDataSource pool) {
    return JdbcClient.create(pool);
  }

  private static void migrate(DatabaseAccess access, DemoDatabase.Holds holds) {
    boolean beginAnew = holds == DemoDatabase.Holds.PART_OF_A_DEMO;
    try {
      Flyway migration = migration(access, beginAnew);
      if (beginAnew) {
        migration.clean();
      }
      migration.migrate();
    } catch (FlywayException e) {
      throw new PostgresStartException(
          "The database at "
              + access.url()
              + " cannot be used as "
              + access.owner().role()
              + ": "
              + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
          e);
    }
  }

  private static Flyway migration(DatabaseAccess access, boolean cleanable) {
    return Flyway.configure()
        .dataSource(access.url(), access.owner().role(), access.owner().password())
        .locations("classpath:db/migration")
        .placeholders(Map.of("app", access.application().role()))
        .validateMigrationNaming(true)
        .cleanDisabled(!cleanable)
        .load();
  }
}
