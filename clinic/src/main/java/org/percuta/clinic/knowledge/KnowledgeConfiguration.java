package org.percuta.clinic.knowledge;

import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.io.LoadedKnowledge;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.Planner;
import org.percuta.protocol.triage.Triage;
import org.percuta.protocol.validate.Finding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the shipped content once; everything made from it is immutable and thread-safe. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

  @Bean
  Knowledge knowledge() {
    LoadedKnowledge loaded = KnowledgeReader.shipped();
    if (!loaded.isValid()) {
      throw new IllegalStateException(
          "The shipped knowledge cannot be used: "
              + loaded.findings().stream().filter(Finding::isError).findFirst().orElseThrow());
    }
    return loaded.knowledge();
  }

  @Bean
  Screening screening(Knowledge knowledge) {
    return new Screening(knowledge);
  }

  @Bean
  Planner planner(Knowledge knowledge) {
    return Planner.of(knowledge);
  }

  @Bean
  Triage triage(Knowledge knowledge) {
    return Triage.of(knowledge);
  }
}
