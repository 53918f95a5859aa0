package org.countinghouse.server.security;

import org.countinghouse.audit.spi.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells the audit log from which address and client a request comes. */
@Component
class WebRequestOrigin implements RequestOrigin {

  @Override
  public @Nullable Origin current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
        ? new Origin(web.getRequest().getRemoteAddr(), web.getRequest().getHeader("User-Agent"))
        : null;
  }
}
