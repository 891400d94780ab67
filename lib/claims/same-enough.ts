/** Claims that share this part of their meaning words (`claim_sameness`), or more, are shown as perhaps the same. */
export const sameEnough = 0.5;
