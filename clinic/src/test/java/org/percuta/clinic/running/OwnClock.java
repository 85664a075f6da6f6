package org.percuta.clinic.running;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Puts one clock in place of every other that an application would have. */
public record OwnClock(Clock clock)
    implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final List<String> OTHERS = List.of("clock", "stopped");

  @Override
  public void initialize(GenericApplicationContext context) {
    context.addBeanFactoryPostProcessor(factory -> {
      DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
      OTHERS.stream().filter(beans::containsBeanDefinition).forEach(beans::removeBeanDefinition);
      factory.registerSingleton("clock", clock);
    });
  }
}
