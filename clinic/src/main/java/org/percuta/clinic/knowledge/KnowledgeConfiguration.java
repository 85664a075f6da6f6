package org.percuta.clinic.knowledge;

import org.percuta.clinic.platform.settings.ServerSettings;
import org.percuta.protocol.model.Knowledge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Loads the program's content once; it is immutable and thread-safe. Whatever gives a verdict, a
 * date or a number asks {@link Protocols} of a clinic, or {@link PublicProtocol}, instead.
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
}
