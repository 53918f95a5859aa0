package org.countinghouse.server.security;

import java.util.List;
import org.countinghouse.access.Access;
import org.countinghouse.access.Users;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks names and passwords against {@code access}, not faster than the throttle lets it. */
@Component
class PasswordLogin implements AuthenticationProvider {

  private final Users users;
  private final Access access;
  private final LoginThrottle throttle;

  PasswordLogin(Users users, Access access, LoginThrottle throttle) {
    this.users = users;
    this.access = access;
    this.throttle = throttle;
  }

  @Override
  public Authentication authenticate(Authentication claim) {
    String name = claim.getName();
    String address =
        claim.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "unknown";
    if (!throttle.attempt(name, address).isZero()) {
      throw new TooManyAttempts();
    }
    if (!users.checkPassword(name, String.valueOf(claim.getCredentials()))) {
      throw new BadCredentialsException("wrong name or password");
    }
    throttle.succeeded(name, address);
    var loggedIn =
        UsernamePasswordAuthenticationToken.authenticated(name, null, authorities(access, name));
    loggedIn.setDetails(claim.getDetails());
    return loggedIn;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** The user's roles, wherever he holds them, as Spring Security spells them. */
  static List<SimpleGrantedAuthority> authorities(Access access, String username) {
    return access.rolesOf(username).stream()
        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
        .toList();
  }

  /** The throttle said wait; the password was not looked at. */
  static final class TooManyAttempts extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    TooManyAttempts() {
      super("too many attempts");
    }
  }
}
