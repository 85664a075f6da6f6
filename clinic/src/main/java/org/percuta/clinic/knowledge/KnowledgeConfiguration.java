package org.percuta.clinic.knowledge;

import org.percuta.clinic.platform.settings.ServerSettings;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.Planner;
import org.percuta.protocol.triage.Triage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Loads the program's content once; everything made from it is immutable and thread-safe. These
 * beans are for the public pages, which belong to no clinic; staff pages ask {@link Protocols}.
 */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

  @Bean
  ProgramContent programContent(ServerSettings settings) {
    return ProgramContent.of(settings.knowledge());
  }

  @Bean
  Knowledge knowledge(ProgramContent content) {
    return content.knowledge();
  }

  @Bean
  Screening screening(ProgramContent content) {
    return content.asWritten().screening();
  }

  @Bean
  Planner planner(ProgramContent content) {
    return content.asWritten().planner();
  }

  @Bean
  Triage triage(ProgramContent content) {
    return content.asWritten().triage();
  }
}
