package org.percuta.clinic.testing;

import java.time.Clock;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Puts one clock in place of the one that an application would have. */
public record OwnClock(Clock clock)
    implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final String NAME = "clock";

  @Override
  public void initialize(GenericApplicationContext context) {
    context.addBeanFactoryPostProcessor(factory -> {
      DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
      beans.removeBeanDefinition(NAME);
      factory.registerSingleton(NAME, clock);
    });
  }
}
