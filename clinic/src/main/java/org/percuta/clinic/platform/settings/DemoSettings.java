package org.percuta.clinic.platform.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether this installation is a demonstration, under {@code percuta.demo.}. A demonstration and a
 * real clinic never share a database.
 *
 * @param seed the same seed on the same day makes the same people
 * @param at the moment at which the clock of the demonstration stands; it runs when absent
 */
@ConfigurationProperties("percuta.demo")
public record DemoSettings(
    @DefaultValue("false") boolean enabled, @DefaultValue("1") long seed, @Nullable Instant at) {}
