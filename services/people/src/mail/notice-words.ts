type Words = { readonly ko: string; readonly en: string };

/** One line for each turn there is. */
export const noticeWords: Readonly<Record<string, Words>> = {
  imposed: { ko: '새 이행의무가 있습니다', en: 'There is a new obligation' },
  returned: { ko: '이행의무가 다시 돌아왔습니다', en: 'An obligation was returned' },
  extended: { ko: '이행의무 기한이 연장되었습니다', en: 'An obligation was extended' },
  'extension-refused': { ko: '기한 연장 요청이 받아들여지지 않았습니다', en: 'More time was refused' },
  delegated: { ko: '다른 기관의 일을 맡게 되었습니다', en: 'An obligation was delegated to you' },
  passed: { ko: '다른 기관의 일이 넘어왔습니다', en: 'An obligation passed to you' },
  reminded: { ko: '이행의무 기한이 다가옵니다', en: 'An obligation is coming due' },
  'fell-due': { ko: '오늘이 이행의무 기한입니다', en: 'An obligation is due today' },
  overdue: { ko: '이행의무 기한이 지났습니다', en: 'An obligation is overdue' },
  escalated: { ko: '이행의무가 상급자에게 보고되었습니다', en: 'An obligation was escalated to you' },
  'ballot-opened': { ko: '투표가 열렸습니다', en: 'A ballot is open for your vote' },
  'requirement-approaching': {
    ko: 'OGP 최소요건의 기한이 다가옵니다',
    en: 'A minimum requirement of OGP must be met soon',
  },
  'requirement-missed': {
    ko: 'OGP 최소요건을 지키지 못했습니다',
    en: 'A minimum requirement of OGP was missed',
  },
  'mandates-approaching': { ko: '위원의 임기가 곧 끝납니다', en: 'Mandates at the table end soon' },
  'mandates-missed': { ko: '임기가 끝나 빈 자리가 있습니다', en: 'Mandates have ended and seats are empty' },
  'balance-approaching': {
    ko: '시민사회 위원이 곧 한 명 이하로 줄어듭니다',
    en: 'Civil society will soon hold fewer than two seats',
  },
  'balance-missed': {
    ko: '시민사회 위원이 두 명보다 적습니다',
    en: 'Civil society holds fewer than two seats',
  },
  'webhook-parked': {
    ko: '웹훅 주소에 연결할 수 없어 호출을 멈췄습니다',
    en: 'A webhook address could not be reached and is called no more',
  },
  'webhook-gone': {
    ko: '웹훅 주소가 사라져(410) 구독을 해지했습니다',
    en: 'A webhook address said it is gone (410) and was unsubscribed',
  },
  'verify-address': {
    ko: '이 주소가 맞는지 확인해 주세요',
    en: 'Please confirm that this address is yours',
  },
  received: { ko: '보내 주신 의견이 접수되었습니다', en: 'What you sent us was received' },
  'set-aside': {
    ko: '보내 주신 의견이 운영원칙에 따라 비공개 처리되었습니다',
    en: 'What you sent us was set aside under the rules of moderation',
  },
  restored: { ko: '보내 주신 의견이 다시 공개되었습니다', en: 'What you sent us was restored' },
  answered: { ko: '의견에 대한 검토 결과가 나왔습니다', en: 'Your answer is there' },
  'appeal-upheld': {
    ko: '이의 제기를 살펴보았으나 의견은 제외된 채로 둡니다',
    en: 'Your appeal was looked at; the contribution stays set aside',
  },
  'response-waived': {
    ko: '의견에 대해 개별 회신을 하지 않기로 하였습니다',
    en: 'It was decided that your contribution gets no answer of its own',
  },
  declined: { ko: '제안이 채택되지 않았습니다', en: 'Your proposal was declined, with a reason' },
  'became-part': {
    ko: '제안이 공약과제 초안에 반영되었습니다',
    en: 'Your proposal became part of a draft commitment',
  },
  merged: {
    ko: '제안을 같은 내용의 다른 제안과 합쳤습니다',
    en: 'Your proposal was merged with another that says the same',
  },
  'proposal-set-aside': {
    ko: '보내 주신 제안이 운영원칙에 따라 비공개 처리되었습니다',
    en: 'Your proposal was set aside under the rules of moderation',
  },
  'proposal-restored': { ko: '보내 주신 제안이 다시 공개되었습니다', en: 'Your proposal was restored' },
  'proposal-appeal-upheld': {
    ko: '이의 제기를 살펴보았으나 제안은 제외된 채로 둡니다',
    en: 'Your appeal was looked at; the proposal stays set aside',
  },
  'plan-changed': {
    ko: '보내 주신 의견으로 실행계획이 바뀌었습니다',
    en: 'The plan changed because of you',
  },
};

/** What a turn of a kind that is not known here is called. */
export const otherNotice: Words = { ko: '알림', en: 'Notice' };

/** Why something was set aside or declined. */
export const reasonWords: Readonly<Record<string, Words>> = {
  abusive: { ko: '욕설·비방', en: 'abusive language' },
  'personal-data': { ko: '개인정보 포함', en: 'personal data of others' },
  spam: { ko: '광고·도배', en: 'spam' },
  'not-a-proposal': { ko: '제안이 아님', en: 'not a proposal' },
  'not-a-contribution': { ko: '의견이 아님', en: 'not a contribution' },
  duplicate: { ko: '중복', en: 'a duplicate' },
};

export const letterWords = {
  due: { ko: '기한', en: 'Due' },
  reason: { ko: '사유', en: 'Reason' },
  open: { ko: '열기', en: 'Open' },
  several: { ko: '알림 모음', en: 'Notices' },
  appeal: {
    ko: '동의하지 않으시면 위 링크에서 이의를 제기할 수 있습니다.',
    en: 'If you do not agree, follow the link to appeal.',
  },
  verify: {
    ko: '위 링크를 열기 전에는 이 주소로 다른 메일을 보내지 않습니다. 주소를 남기신 적이 없다면 무시해 주세요.',
    en: 'Nothing else is sent to this address before you follow the link. If you did not leave it, ignore this mail.',
  },
  often: { ko: '메일 받는 주기를 바꾸거나 그만 받기', en: 'Choose how often mail comes, or stop it' },
} as const;
