package org.percuta.clinic.platform.security;

import java.util.List;
import org.percuta.clinic.platform.settings.ServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Headers, cookies, CSRF, and the order in which a request is checked. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; manifest-src 'self'";

  // OWASP's second recommendation for Argon2id: 19 MiB, two passes, one lane.
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;

  @Bean
  PasswordEncoder passwordEncoder() {
    return new Argon2PasswordEncoder(SALT, HASH, LANES, MEMORY_KIB, PASSES);
  }

  /** Sign-in is our own controller; without this bean Spring Boot invents a user and prints it. */
  @Bean
  AuthenticationManager authenticationManager() {
    return authentication -> {
      throw new ProviderNotFoundException("Sign in at /sign-in.");
    };
  }

  @Bean
  SecurityFilterChain filters(HttpSecurity http, SessionCookie cookie, ServerSettings settings) {
    CookieCsrfTokenRepository csrf = new CookieCsrfTokenRepository();
    csrf.setCookieName("percuta_csrf");
    csrf.setHeaderName("X-CSRF-TOKEN");
    csrf.setCookieCustomizer(
        one -> one.httpOnly(true).sameSite("Lax").secure(settings.secureCookies()));
    CookieRequestCache requests = new CookieRequestCache();
    // Only a page one can come back to: a GET that is not a part fetched by htmx.
    requests.setRequestMatcher(
        new AndRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"),
            new NegatedRequestMatcher(new RequestHeaderRequestMatcher("HX-Request"))));
    return http.securityContext(
            context -> context.securityContextRepository(new SessionContextRepository(cookie)))
        .csrf(protection -> protection.csrfTokenRepository(csrf))
        .requestCache(cache -> cache.requestCache(requests))
        .sessionManagement(management -> management.disable())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        // Who may call what is decided once, by AccessInterceptor; see docs/clinic/access.md.
        .authorizeHttpRequests(requestsTo -> requestsTo.anyRequest().permitAll())
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint(
                    new HtmxEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")))
                .accessDeniedHandler(new Denied()))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    policy -> policy.policy("camera=(self), microphone=(), geolocation=()")))
        .build();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AccessInterceptor());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CurrentActor());
  }
}
