package org.percuta.clinic.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.percuta.clinic.platform.settings.Secrets;
import org.springframework.stereotype.Component;

/** Signs what a link carries with this installation's key. */
@Component
class LinkSigner {

  private final SecretKeySpec key;

  LinkSigner(Secrets secrets) {
    this.key =
        new SecretKeySpec(secrets.get("visit-link").getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isSigned(String text, String signature) {
    return MessageDigest.isEqual(
        sign(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }
}
