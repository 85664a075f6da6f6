package org.percuta.clinic.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.File;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/**
 * Spring's authorization server on a port of its own: everybody is known by their e-mail address,
 * and it can be told to lie in the tokens it signs.
 */
public final class TestProvider implements AutoCloseable {

  public static final String CLIENT = "percuta";
  public static final String SECRET = "client secret of the test";
  public static final String PASSWORD = "provider";

  private final Tomcat tomcat = new Tomcat();
  private final AnnotationConfigWebApplicationContext context =
      new AnnotationConfigWebApplicationContext();
  private final State state;

  /** What may change while it runs. */
  private static final class State {
    private final String issuer;
    private final String comeBack;
    private volatile boolean verified = true;
    private volatile boolean says = true;
    private volatile boolean saysWhenAsked = true;
    private volatile boolean inToken = true;
    private volatile boolean ownKey = true;
    private volatile @Nullable Consumer<JwtClaimsSet.Builder> lie;

    private State(String issuer, String comeBack) {
      this.issuer = issuer;
      this.comeBack = comeBack;
    }
  }

  /**
   * @param comeBack the one address it sends browsers back to
   */
  public TestProvider(int port, String comeBack) throws LifecycleException {
    state = new State(address(port), comeBack);
    tomcat.setBaseDir(new File("target/test-data/provider").getAbsolutePath());
    tomcat.setPort(port);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context root = tomcat.addContext("", new File("target").getAbsolutePath());
    // The filters are all there is; the servlet answers what they let pass with "not found".
    Tomcat.addServlet(root, "none", new jakarta.servlet.http.HttpServlet() {});
    root.addServletMappingDecoded("/", "none");
    context.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("state", state));
    context.register(Setup.class);
    FilterDef filter = new FilterDef();
    filter.setFilterName("springSecurityFilterChain");
    filter.setFilter(new DelegatingFilterProxy("springSecurityFilterChain", context));
    root.addFilterDef(filter);
    FilterMap everything = new FilterMap();
    everything.setFilterName("springSecurityFilterChain");
    everything.addURLPattern("/*");
    root.addFilterMap(everything);
    tomcat.start();
  }

  public static String address(int port) {
    return "http://localhost:" + port;
  }

  /** From now on, addresses are said to be the person's or not. */
  public void verifies(boolean verified) {
    state.verified = verified;
  }

  /** From now on, it tells whether addresses are verified, in the token and when asked, or not. */
  public void saysWhetherVerified(boolean inToken, boolean whenAsked) {
    state.says = inToken;
    state.saysWhenAsked = whenAsked;
  }

  /** From now on, the address is in the token, or only given when asked for. */
  public void putsAddressInToken(boolean inToken) {
    state.inToken = inToken;
  }

  /** From now on, tokens are signed with the published key or with another. */
  public void signsWithOwnKey(boolean ownKey) {
    state.ownKey = ownKey;
  }

  /** From now on, this is done to each identity token before it is signed. */
  public void lies(@Nullable Consumer<JwtClaimsSet.Builder> lie) {
    state.lie = lie;
  }

  public void honest() {
    state.verified = true;
    state.says = true;
    state.saysWhenAsked = true;
    state.inToken = true;
    state.ownKey = true;
    state.lie = null;
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
    context.close();
  }

  /** Not a {@code @Configuration}: the scan of the application under test must not find it. */
  @EnableWebSecurity
  static class Setup {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, State state) {
      return http.oauth2AuthorizationServer(
              server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(oidc ->
                    oidc.userInfoEndpoint(endpoint ->
                        endpoint.userInfoMapper(asked ->
                            new OidcUserInfo(
                                claims(
                                    asked.getAuthorization().getPrincipalName(),
                                    state,
                                    state.saysWhenAsked)))));
              })
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .exceptionHandling(handling ->
              handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .csrf(protection -> protection.disable())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    UserDetailsService everybody() {
      return name -> User.withUsername(name).password("{noop}" + PASSWORD).roles("USER").build();
    }

    @Bean
    RegisteredClientRepository clients(State state) {
      RegisteredClient client =
          RegisteredClient.withId(UUID.randomUUID().toString())
              .clientId(CLIENT)
              .clientSecret("{noop}" + SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(state.comeBack)
              .scope("openid")
              .scope("email")
              .clientSettings(
                  ClientSettings.builder()
                      .requireProofKey(true)
                      .requireAuthorizationConsent(false)
                      .build())
              .build();
      return new org.springframework.security.oauth2.server.authorization.client
          .InMemoryRegisteredClientRepository(client);
    }

    @Bean
    AuthorizationServerSettings settings(State state) {
      return AuthorizationServerSettings.builder().issuer(state.issuer).build();
    }

    @Bean
    JWKSource<SecurityContext> published() throws JOSEException {
      return new ImmutableJWKSet<>(new JWKSet(key()));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> published) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(published);
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> published, State state) throws JOSEException {
      JwtEncoder own = new NimbusJwtEncoder(published);
      JwtEncoder other = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key())));
      return parameters -> (state.ownKey ? own : other).encode(parameters);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(State state) {
      return token -> {
        Authentication person = token.getPrincipal();
        if (person == null || !token.getTokenType().getValue().equals("id_token")) {
          return;
        }
        if (state.inToken) {
          claims(person.getName(), state, state.says).forEach(token.getClaims()::claim);
        }
        Consumer<JwtClaimsSet.Builder> lie = state.lie;
        if (lie != null) {
          lie.accept(token.getClaims());
        }
      };
    }

    private static Map<String, Object> claims(String person, State state, boolean says) {
      return says
          ? Map.of("sub", person, "email", person, "email_verified", state.verified)
          : Map.of("sub", person, "email", person);
    }

    private static RSAKey key() throws JOSEException {
      return new RSAKeyGenerator(2048)
          .keyID(UUID.randomUUID().toString())
          .issueTime(java.util.Date.from(Instant.now()))
          .generate();
    }
  }
}
