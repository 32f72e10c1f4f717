const MISDIRECTED = 421;
const NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Answers requests that name this machine, and no other: a page on the internet whose name was made to point here (DNS
 * rebinding) would otherwise read what we serve as its own.
 */
export function toThisMachine(answer) {
  return (request, response) => {
    if (NAMES.test(request.headers.host ?? "")) return answer(request, response);
    response.writeHead(MISDIRECTED, { "Content-Type": "text/plain" }).end("This server answers to localhost alone.\n");
  };
}
