package org.percuta.clinic.platform.database;

import javax.sql.DataSource;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The database for a command: the application's role, so that row-level security holds for it too,
 * and no migration. Not marked as a configuration: the application must not find it.
 */
@EnableConfigurationProperties(ServerSettings.class)
@Import(ClinicTransactions.class)
public class AttachedDatabase {

  @Bean(destroyMethod = "close")
  DatabaseAccess databaseAccess(ServerSettings settings) {
    return DatabaseAccess.attach(settings);
  }

  @Bean
  DataSource dataSource(DatabaseAccess access) {
    return new DriverManagerDataSource(
        access.url(), access.application().role(), access.application().password());
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource source) {
    return new JdbcTransactionManager(source);
  }

  @Bean
  JdbcClient jdbcClient(DataSource source) {
    return JdbcClient.create(source);
  }
}
