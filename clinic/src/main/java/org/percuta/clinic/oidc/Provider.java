package org.percuta.clinic.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.PersonClaims;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One OpenID provider, asked with the authorization code flow of OpenID Connect Core 1.0 §3.1, with
 * state, nonce and PKCE. What it says of itself is read at the first sign-in and kept once read;
 * each of its answers is waited for a few seconds only.
 */
final class Provider {

  private static final int CONNECT_MS = 3_000;
  private static final int READ_MS = 5_000;
  private static final int MOST_BYTES = 256 * 1024;
  private static final int LONGEST_EMAIL = 320;

  /** Signatures with a public key, the one every provider must have first. */
  private static final List<JWSAlgorithm> ALGORITHMS =
      List.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.RS512);

  private final Issuer issuer;
  private final ClientID client;
  private final @Nullable Secret secret;
  private volatile @Nullable Known known;

  Provider(String issuer, String clientId, @Nullable String clientSecret) {
    this.issuer = new Issuer(issuer);
    this.client = new ClientID(clientId);
    this.secret = clientSecret == null || clientSecret.isBlank() ? null : new Secret(clientSecret);
  }

  private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  /** Where to send the browser. */
  record Begun(Pending pending, URI address) {}

  /** Whether the provider made sure that the address is the person's, in {@code email_verified}. */
  enum Verified {
    YES,
    NO,
    NOT_SAID;

    /** Whatever is said and is not plainly yes is no. */
    static Verified of(@Nullable Object claim) {
      return claim == null ? NOT_SAID : Boolean.TRUE.equals(claim) ? YES : NO;
    }

    /** Of two answers, a no holds. */
    Verified and(Verified other) {
      return this == NO || other == NOT_SAID ? this : other;
    }
  }

  /** What the provider said in the end. */
  sealed interface Result {

    record Person(String email, Verified verified) implements Result {}

    /** The person turned back. */
    record Cancelled() implements Result {}

    /**
     * @param why for the log; holds no token and no code
     */
    record Refused(String why) implements Result {}
  }

  Begun begin(URI comeBack) throws ProviderSilent {
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    URI address =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, new Scope("openid", "email"), client, comeBack)
            .endpointURI(known().metadata().getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Begun(new Pending(state.getValue(), nonce.getValue(), verifier.getValue()), address);
  }

  /**
   * Checks what the browser brought back and asks the provider for the person's token.
   *
   * @param parameters of the address the browser came back to
   */
  Result finish(URI comeBack, Map<String, List<String>> parameters, Pending pending)
      throws ProviderSilent {
    try {
      AuthenticationResponse answer = AuthenticationResponseParser.parse(comeBack, parameters);
      State state = answer.getState();
      if (state == null || !state.getValue().equals(pending.state())) {
        return new Result.Refused("another state");
      }
      boolean named = known().metadata().supportsAuthorizationResponseIssuerParam();
      Issuer from = answer.getIssuer();
      if (from == null ? named : !from.equals(issuer)) {
        return new Result.Refused("another issuer answered");
      }
      AuthorizationCode code =
          answer.indicatesSuccess() ? answer.toSuccessResponse().getAuthorizationCode() : null;
      return code == null
          ? new Result.Cancelled()
          : redeem(
              new AuthorizationCodeGrant(code, comeBack, new CodeVerifier(pending.verifier())),
              new Nonce(pending.nonce()));
    } catch (ParseException | IllegalArgumentException e) {
      // The second is how the library refuses an empty code or state.
      return new Result.Refused("unreadable answer");
    } catch (BadJOSEException | JOSEException e) {
      return new Result.Refused("token: " + e.getMessage());
    }
  }

  private Result redeem(AuthorizationCodeGrant grant, Nonce nonce)
      throws ProviderSilent, ParseException, BadJOSEException, JOSEException {
    TokenResponse response = OIDCTokenResponseParser.parse(send(tokenRequest(grant)));
    if (!(response instanceof OIDCTokenResponse granted)) {
      return new Result.Refused(
          "no token: " + response.toErrorResponse().getErrorObject().getCode());
    }
    OIDCTokens tokens = granted.getOIDCTokens();
    IDTokenClaimsSet token = known().validator().validate(tokens.getIDToken(), nonce);
    String email = token.getStringClaim(PersonClaims.EMAIL_CLAIM_NAME);
    Verified verified = Verified.of(token.getClaim(PersonClaims.EMAIL_VERIFIED_CLAIM_NAME));
    return email != null && verified != Verified.NOT_SAID
        ? person(email, verified)
        : asked(token, email, verified, tokens);
  }

  /**
   * A provider may keep the address, or whether it is verified, out of the token and give it when
   * asked (Core §5.4).
   *
   * @param inToken the address that the token gave; absent for none
   */
  private Result asked(
      IDTokenClaimsSet token, @Nullable String inToken, Verified verified, OIDCTokens tokens)
      throws ProviderSilent, ParseException {
    UserInfo info = userInfo(token, tokens);
    String told = info == null ? null : info.getEmailAddress();
    if (info == null || told == null) {
      return inToken == null
          ? new Result.Refused("no e-mail address of this person")
          : person(inToken, verified);
    }
    if (inToken != null && !inToken.equalsIgnoreCase(told)) {
      return new Result.Refused("two e-mail addresses");
    }
    return person(
        told, verified.and(Verified.of(info.getClaim(PersonClaims.EMAIL_VERIFIED_CLAIM_NAME))));
  }

  private @Nullable UserInfo userInfo(IDTokenClaimsSet token, OIDCTokens tokens)
      throws ProviderSilent, ParseException {
    URI endpoint = known().metadata().getUserInfoEndpointURI();
    if (endpoint == null) {
      return null;
    }
    HTTPRequest request = new UserInfoRequest(endpoint, tokens.getAccessToken()).toHTTPRequest();
    UserInfoResponse response = UserInfoResponse.parse(send(request));
    UserInfo info = response.indicatesSuccess() ? response.toSuccessResponse().getUserInfo() : null;
    return info == null || !info.getSubject().equals(token.getSubject()) ? null : info;
  }

  private static Result person(String email, Verified verified) {
    boolean possible = email.length() <= LONGEST_EMAIL && email.chars().allMatch(c -> c > ' ');
    return possible
        ? new Result.Person(email, verified)
        : new Result.Refused("no possible e-mail address");
  }

  private HTTPRequest tokenRequest(AuthorizationCodeGrant grant) throws ProviderSilent {
    OIDCProviderMetadata metadata = known().metadata();
    URI endpoint = metadata.getTokenEndpointURI();
    return secret == null
        ? new TokenRequest(endpoint, client, grant).toHTTPRequest()
        : new TokenRequest(endpoint, proof(metadata, secret), grant).toHTTPRequest();
  }

  private ClientAuthentication proof(OIDCProviderMetadata metadata, Secret with) {
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean postOnly =
        methods != null
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return postOnly ? new ClientSecretPost(client, with) : new ClientSecretBasic(client, with);
  }

  private static HTTPResponse send(HTTPRequest request) throws ProviderSilent {
    request.setConnectTimeout(CONNECT_MS);
    request.setReadTimeout(READ_MS);
    request.setFollowRedirects(false);
    try {
      return request.send();
    } catch (IOException e) {
      throw new ProviderSilent(e);
    }
  }

  private Known known() throws ProviderSilent {
    Known now = known;
    if (now == null) {
      now = ask();
      known = now;
    }
    return now;
  }

  private Known ask() throws ProviderSilent {
    try {
      OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, CONNECT_MS, READ_MS);
      if (metadata.getAuthorizationEndpointURI() == null
          || metadata.getTokenEndpointURI() == null) {
        throw new GeneralException("It names no place to sign in.");
      }
      IDTokenValidator validator =
          new IDTokenValidator(
              issuer,
              client,
              algorithm(metadata),
              metadata.getJWKSetURI().toURL(),
              new DefaultResourceRetriever(CONNECT_MS, READ_MS, MOST_BYTES));
      return new Known(metadata, validator);
    } catch (GeneralException | IOException e) {
      throw new ProviderSilent(e);
    }
  }

  private static JWSAlgorithm algorithm(OIDCProviderMetadata metadata) throws GeneralException {
    List<JWSAlgorithm> offered = metadata.getIDTokenJWSAlgs();
    return ALGORITHMS.stream()
        .filter(one -> offered != null && offered.contains(one))
        .findFirst()
        .orElseThrow(() -> new GeneralException("It signs with nothing we can check."));
  }
}
