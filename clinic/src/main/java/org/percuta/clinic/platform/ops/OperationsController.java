package org.percuta.clinic.platform.ops;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.CurrentActor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's tools: alive, ready to serve, and figures. */
@RestController
@Allow(everybody = true)
class OperationsController {

  private final JdbcClient sql;
  private final PrometheusMeterRegistry metrics;
  private final ServerSettings settings;

  OperationsController(JdbcClient sql, PrometheusMeterRegistry metrics, ServerSettings settings) {
    this.sql = sql;
    this.metrics = metrics;
    this.settings = settings;
  }

  /** The process is up; says nothing about the database, so that nobody restarts it in vain. */
  @GetMapping(path = "/health", produces = "application/json")
  String health() {
    return "{\"status\":\"up\"}";
  }

  @GetMapping(path = "/ready", produces = "application/json")
  ResponseEntity<String> ready() {
    try {
      sql.sql("select 1").query(Integer.class).single();
      return ResponseEntity.ok("{\"status\":\"ready\",\"database\":\"up\"}");
    } catch (DataAccessException e) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .body("{\"status\":\"not ready\",\"database\":\"down\"}");
    }
  }

  /** Figures without any patient's data, for an owner or for a collector with the token. */
  @GetMapping(path = "/metrics", produces = "text/plain;version=0.0.4;charset=utf-8")
  String metrics(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization) {
    boolean owner = CurrentActor.find().filter(actor -> actor.is(Role.OWNER)).isPresent();
    if (!owner && !hasToken(authorization)) {
      throw new AccessDeniedException("Metrics are for an owner or the collector's token.");
    }
    return metrics.scrape();
  }

  private boolean hasToken(@Nullable String authorization) {
    String token = settings.metricsToken();
    return token != null
        && !token.isBlank()
        && authorization != null
        && MessageDigest.isEqual(
            ("Bearer " + token).getBytes(StandardCharsets.UTF_8),
            authorization.getBytes(StandardCharsets.UTF_8));
  }
}
