import { places } from "@/components/layout/places";
import { LongText } from "@/components/ui/long-text";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";

type Props = {
  /** What withdrew the verdict; null when it stands, or never did. */
  retraction: { slug: string; reason: string; signedBy: string; at: string } | null;
};

/** Why a verdict does not stand any more, who withdrew it and when, as readers are told it. */
export function WhyRetracted({ retraction }: Props) {
  if (!retraction) return null;
  const { slug, reason, signedBy, at } = retraction;
  return (
    <div className="mt-3">
      <Notice
        title={
          <>
            Retracted by {signedBy}, <TimeAgo at={at} exact />
          </>
        }
      >
        <LongText text={reason} className="wrap-anywhere">
          {reason}
        </LongText>
        <a href={places.publication(slug)}>What readers see in its place</a>
      </Notice>
    </div>
  );
}
